using System.Diagnostics;

namespace SocialPolicy.Benchmarks;

/// <summary>This program once more, as a server. It ends when its standard input does, hence also when the first process dies.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process server;

    private ServerProcess(Process process, Uri address) => (server, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<int> Serve(ServedWorkload workload, Side side)
    {
        await using var served = await workload.Serve(side);
        Console.WriteLine(served.Address);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public static async Task<ServerProcess> Start(ServedWorkload workload, Side side)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), "serve", workload.Name, side.ToString()])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("The server did not start.");

        var address = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return address is null
            ? throw new InvalidOperationException($"The server of {workload.Name} ended before it listened.")
            : new ServerProcess(process, new Uri(address));
    }

    public async ValueTask DisposeAsync()
    {
        server.StandardInput.Close();
        try
        {
            await server.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            server.Kill();
        }

        server.Dispose();
    }

    /// <summary>Under <c>dotnet program.dll</c> the process is dotnet and the program its first argument.</summary>
    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ServerProcess).Assembly.Location] : [];
}
