using System.Diagnostics;
using Aspire.Hosting.Data;
using Aspire.Hosting.Processes;
using Npgsql;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

/// <summary>A host in a process of its own, with a real PostgreSQL and RabbitMQ.</summary>
public sealed class KillingTheHost : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Leaves_no_process_and_the_next_start_finds_the_data()
    {
        using (var host = Start())
        {
            await host.Running();
            await Execute(host, "CREATE TABLE kept (id int)", "INSERT INTO kept VALUES (42)");
            var below = ProcessTable.Tree(host.Id);
            below.Count.ShouldBeGreaterThan(8);

            host.Signal(Native.SigKill);

            await Deadline.Until(TimeSpan.FromSeconds(15), _ => Task.FromResult(Left(below)), CancellationToken.None);
        }

        using (var host = Start())
        {
            await host.Running();
            (await Execute(host, "SELECT id FROM kept")).ShouldBe(42);
            var below = ProcessTable.Tree(host.Id);

            host.Signal(Native.SigTerm);
            await host.End();

            host.ExitCode.ShouldBe(0);
            Left(below).ShouldBeNull();
            Directory.GetFiles(folder["data/run"]).Select(Path.GetFileName).ShouldBe(["ports.json"]);
        }
    }

    [Fact]
    public async Task Is_done_by_the_second_signal_without_waiting_for_the_deaf()
    {
        using var host = Start("--servers=false", "--deaf=yes");
        await host.Running();
        var below = ProcessTable.Tree(host.Id);
        var asked = Stopwatch.StartNew();

        host.Signal(Native.SigTerm);
        await Task.Delay(TimeSpan.FromSeconds(1.2));
        host.Signal(Native.SigTerm);
        await host.End();

        asked.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8));
        Left(below).ShouldBeNull();
    }

    [Fact]
    public async Task Is_not_done_by_two_signals_that_come_together()
    {
        using var host = Start("--servers=false", "--deaf=yes");
        await host.Running();
        var asked = Stopwatch.StartNew();

        host.Signal(Native.SigTerm);
        await host.Stopping();
        host.Signal(Native.SigTerm);
        await host.End();

        asked.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public void Lets_the_next_start_end_what_survived_and_nothing_else()
    {
        var data = new DataFolder(folder["data"]);
        using var held = data.Take();
        using var survivor = Sleep(data.Root);
        using var stranger = Sleep("another folder");
        using var later = Sleep(data.Root);
        JsonFile.Write(folder["data/run/processes.json"], new[]
        {
            Record(survivor),
            Record(stranger),
            Record(later) with { StartTicks = 1 },
        });

        new ProcessRecords(data).EndSurvivors().ShouldBe(1);

        ProcessTable.Find(survivor.Id).ShouldBeNull();
        ProcessTable.Find(stranger.Id).ShouldNotBeNull();
        ProcessTable.Find(later.Id).ShouldNotBeNull();
        stranger.Kill();
        later.Kill();
    }

    [Fact]
    public async Task Is_not_needed_when_a_port_is_taken_it_says_so_in_one_line_and_ends_with_3()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        using var host = Start($"--port={port}");
        var said = await host.Errors();
        await host.End();

        host.ExitCode.ShouldBe(3);
        said.TrimEnd().ShouldNotContain("\n");
        said.ShouldStartWith($"Port {port} of 'probe' (http) is in use");
        Directory.Exists(folder["data/postgres"]).ShouldBeFalse();
    }

    private HostProcess Start(params string[] args) => new(folder["data"], args);

    private async Task<object?> Execute(HostProcess host, params string[] statements)
    {
        var url = (await host.State()).GetProperty("resources").EnumerateArray()
            .First(resource => resource.GetProperty("name").GetString() == "postgres").GetProperty("endpoints")[0].GetProperty("url").GetString();
        var password = await File.ReadAllTextAsync(folder["data/secrets/postgres-password"]);
        await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={new Uri(url!).Port};Username=postgres;Password={password};Database=database;Pooling=false");
        await connection.OpenAsync();
        object? last = null;
        foreach (var statement in statements)
        {
#pragma warning disable CA2100 // The statements stand in this file.
            await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
            last = await command.ExecuteScalarAsync();
        }

        return last;
    }

    private static string? Left(List<ProcessIdentity> processes)
    {
        var alive = processes.FindAll(ProcessTable.IsAlive);
        return alive.Count == 0 ? null : $"still alive: {string.Join(", ", alive.Select(process => process.Pid))}";
    }

    private static Process Sleep(string owner) => Process.Start(new ProcessStartInfo("sleep", ["60"])
    {
        UseShellExecute = false,
        Environment = { [ProcessRecords.Mark] = owner },
    })!;

    private static ProcessRecord Record(Process process) =>
        new("sleeper", process.Id, ProcessTable.Find(process.Id)!.StartTicks, ProcessTable.BootId);
}
