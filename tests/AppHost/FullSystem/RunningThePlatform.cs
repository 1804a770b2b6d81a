using System.Text;
using System.Text.Json;
using Dapper;
using SocialPolicy.Harness;
using SocialPolicy.PlanRegistry.V1;
using Task = System.Threading.Tasks.Task;

namespace SocialPolicy.AppHost.Tests.FullSystem;

[Collection(Platform.OneAtATime)]
public sealed class RunningThePlatform(Platform platform) : IClassFixture<Platform>
{
    private static readonly string[] Samples = ["dak-nong.txt", "huong-tra.txt", "phung-hiep.txt", "son-la.txt", "van-ninh.txt"];

    private PlanService.PlanServiceClient Plans => platform.Clients.Plans;

    [Fact]
    public async Task Takes_the_samples_from_their_text_to_targets_in_force()
    {
        var imported = await Json("plan", "import", Documents.Samples);
        imported.EnumerateArray().Select(plan => plan.GetProperty("source").GetProperty("fileName").GetString()).ShouldBe(Samples);
        var names = imported.EnumerateArray().Select(plan => plan.GetProperty("name").GetString()!).ToList();
        names.ShouldBeSubsetOf((await Json("plan", "list")).EnumerateArray().Select(plan => plan.GetProperty("name").GetString()!));
        foreach (var (sample, name) in Samples.Zip(names))
            (await Json("plan", "diff", Path.Combine(Documents.Samples, sample), name)).GetRawText().ShouldBe("[]");

        foreach (var name in names)
        {
            (await Json("plan", "confirm", name)).GetProperty("state").GetString().ShouldBe("STATE_CONFIRMED");
            (await Json("plan", "publish", name)).GetProperty("state").GetString().ShouldBe("STATE_PUBLISHED");
        }

        foreach (var name in names)
            await IsAdopted(name);
        await Eventually.Holds(async () => (await platform.Clients.Operations("planregistry").GetOutboxStateAsync(new())).PendingCount == 0);
        (await Json("outbox", "planregistry")).GetProperty("publishedCount").GetString().ShouldNotBeNull();
        (await Json("dlq", "list", "indicators")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Keeps_everything_when_it_is_stopped_and_started_again()
    {
        var read = await Plans.Import(Documents.Another());
        var published = await Plans.Publish(await Plans.Confirmed());
        await IsAdopted(published.Name);
        var list = await Plans.All();
        var before = await Full(published.Name);
        var measured = await InForce.MeasuredFor(published.Name, platform.Clients.Targets);

        await platform.Stop();
        await platform.Start();

        (await Plans.All()).ShouldBe(list);
        (await Full(published.Name)).ShouldBe(before);
        (await Plans.GetPlanAsync(new() { Name = read.Name })).State.ShouldBe(Plan.Types.State.Read);
        (await InForce.MeasuredFor(published.Name, platform.Clients.Targets)).ShouldBe(measured);
        await IsAdopted((await Plans.Publish(await Plans.Confirmed())).Name);
    }

    [Fact]
    public async Task Refuses_a_second_start_on_the_same_data_in_one_line()
    {
        var host = platform.HostProcess.Pid;

        var second = await Command.Run(
            "dotnet", ["exec", Repository.AppHost, "--SPP_PORTS=dynamic"], new Dictionary<string, string> { ["SPP_DATA"] = platform.Data });

        second.ExitCode.ShouldBe(4, second.ToString());
        second.Errors.ShouldBe($"Another host runs on the data folder {platform.Data} (process {host}): stop it, or set SPP_DATA to another folder.\n");
        platform.IsWell().ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, "PLAN_NOT_FOUND", "plan", "show", "0197a2f0-0000-7000-8000-000000000000")]
    [InlineData(1, "NAME_MALFORMED", "plan", "publish", "forty-two")]
    [InlineData(1, "PLAN_NOT_CONFIRMED", "plan", "publish", "{read}")]
    [InlineData(1, "DOCUMENT_NOT_A_PLAN", "plan", "import", "{not a plan}")]
    [InlineData(1, "DOCUMENT_FORMAT_UNKNOWN", "plan", "import", "{not text}")]
    [InlineData(1, "JOB_NOT_FOUND", "job", "run", "planregistry", "no-such-job")]
    [InlineData(3, "UNAVAILABLE", "plan", "list", "--address", "planregistry=http://127.0.0.1:1", "--address", "tokens=http://127.0.0.1:1")]
    public async Task Says_why_it_did_not_obey(int exitCode, string reason, params string[] command)
    {
        var files = new Dictionary<string, Func<Task<string>>>
        {
            ["{read}"] = async () => (await Plans.Import(Documents.Another())).Name,
            ["{not a plan}"] = () => platform.Write("invitation.txt", Encoding.UTF8.GetBytes(Documents.NotAPlan)),
            ["{not text}"] = () => platform.Write("image.txt", [0xFF, 0xD8, 0xFF, 0xE0, 0x00]),
        };
        var arguments = await Task.WhenAll(command.Select(word => files.TryGetValue(word, out var make) ? make() : Task.FromResult(word)));

        var answer = await platform.Spp(arguments);

        answer.ExitCode.ShouldBe(exitCode, answer.ToString());
        answer.Errors.ShouldStartWith($"{reason} ");
        answer.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lets_a_viewer_look_but_not_publish()
    {
        var plan = await Plans.Confirmed();
        var viewer = SandboxClient.Find(platform, "demo-viewer").Environment;

        (await platform.SppAs(viewer, "plan", "show", plan.Name)).ExitCode.ShouldBe(0);
        var refused = await platform.SppAs(viewer, "plan", "publish", plan.Name);

        refused.ExitCode.ShouldBe(4, refused.ToString());
        refused.Errors.ShouldStartWith("CALLER_NOT_ALLOWED ");
        (await Full(plan.Name)).State.ShouldBe(Plan.Types.State.Confirmed);
    }

    [Fact]
    public async Task Shows_every_resource_on_the_dashboard()
    {
        using var http = await platform.Dashboard();
        var names = platform.Now.Resources.Select(resource => resource.Name).ToList();
        ((string[])["postgres", "rabbitmq", "tokens", "planregistry", "indicators", "reporting", "notifications", "dashboard"]).ShouldBeSubsetOf(names);

        var page = "";
        await Eventually.Holds(async () => (page = await http.GetStringAsync("/")).Contains($"All {names.Count} are well.", StringComparison.Ordinal));

        foreach (var name in names)
            page.ShouldContain($"id=\"resource-{name}\"");
        platform.LogOf("dashboard").ShouldNotContain(line => line.Contains(platform.Secret("dashboard-token"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gives_each_service_a_role_of_its_own_that_is_no_superuser()
    {
        await using var owner = platform.Database("postgres");

        var roles = (await owner.QueryAsync<(string Name, bool IsMighty, bool CopiesTheServer)>("""
            select rolname, rolsuper or rolcreatedb or rolcreaterole or rolbypassrls, rolreplication from pg_roles where rolcanlogin and rolname <> 'postgres'
            """)).ToDictionary(role => role.Name);

        roles.Keys.ShouldBe(["planregistry", "indicators", "reporting", "notifications", "backups"], ignoreOrder: true);
        roles.Values.ShouldAllBe(role => !role.IsMighty && role.CopiesTheServer == (role.Name == "backups"));
        (await owner.QueryAsync<string>("""
            select rolname || ' in ' || datname from pg_roles cross join pg_database
            where rolcanlogin and rolname <> 'postgres' and datname in (select rolname from pg_roles) and datname not in ('postgres', rolname) and has_database_privilege(rolname, datname, 'connect')
            """)).ShouldBeEmpty("nobody is let into the database of another");
    }

    [Fact]
    public void Lets_nobody_else_on_the_machine_read_what_it_keeps()
    {
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

        foreach (var folder in (string[])["secrets", "secrets/tokens", "logs", "files", "postgres", "rabbitmq"])
            (File.GetUnixFileMode(Path.Combine(platform.Data, folder)) & Others).ShouldBe(UnixFileMode.None, folder);
        foreach (var secret in Directory.EnumerateFiles(Path.Combine(platform.Data, "secrets"), "*", SearchOption.AllDirectories))
            File.GetUnixFileMode(secret).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, secret);
    }

    private async Task<JsonElement> Json(params string[] command)
    {
        var answer = await platform.Spp([.. command, "--json"]);
        answer.ExitCode.ShouldBe(0, answer.ToString());
        return JsonSerializer.Deserialize<JsonElement>(answer.Output);
    }

    private async Task<Plan> Full(string name) => await Plans.GetPlanAsync(new() { Name = name, View = PlanView.Full }, deadline: Clients.In(30));

    private async Task IsAdopted(string name)
    {
        var stated = InForce.StatedBy(await Full(name));
        stated.ShouldNotBeEmpty();
        await Eventually.Holds(async () => (await InForce.MeasuredFor(name, platform.Clients.Targets)).Count > 0);
        (await InForce.MeasuredFor(name, platform.Clients.Targets)).ShouldBe(stated);
    }
}
