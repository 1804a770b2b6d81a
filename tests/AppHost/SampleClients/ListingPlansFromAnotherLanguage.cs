using System.Text.Json;
using SocialPolicy.AppHost.Tests.FullSystem;
using SocialPolicy.PlanRegistry.V1;
using Task = System.Threading.Tasks.Task;

namespace SocialPolicy.AppHost.Tests.SampleClients;

/// <summary>The sample clients know an address and credentials; the contract they learn by reflection.</summary>
[Collection(Platform.OneAtATime)]
public sealed class ListingPlansFromAnotherLanguage(Platform platform) : IClassFixture<Platform>
{
    [PythonFact]
    public Task Works_in_Python() => Lists(PythonFactAttribute.Python, Repository.At("samples/clients/python/list_plans.py"));

    [NodeFact]
    public Task Works_in_Node() => Lists("node", Path.Combine(NodeFactAttribute.Folder, "list-plans.mjs"));

    private async Task Lists(string program, string script)
    {
        var plans = platform.Clients.Plans;
        (await platform.Spp("plan", "import", Documents.Samples)).ExitCode.ShouldBe(0);
        await plans.Publish(await plans.Confirmed());

        var answer = await Command.Run(program, [script], new Dictionary<string, string>(SandboxClient.Find(platform, "demo-viewer").Environment)
        {
            ["SPP_AUTHORITY"] = platform.Clients.Authority.GetLeftPart(UriPartial.Authority),
            ["SPP_PLANREGISTRY"] = Clients.AddressOf(platform, "planregistry").Authority,
            ["PYTHONDONTWRITEBYTECODE"] = "1",
        });

        answer.ExitCode.ShouldBe(0, answer.ToString());
        var seen = answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Listed.FromJson).ToList();
        seen.Count.ShouldBeGreaterThan(5);
        foreach (var plan in seen)
            plan.ShouldBe(Listed.From(await plans.GetPlanAsync(new() { Name = plan.Name, View = PlanView.Basic }, deadline: Clients.In(30))));
        seen.Select(plan => plan.Name).ShouldBe((await plans.All()).Select(plan => plan.Name));
    }

    /// <summary>What every language prints alike. A field with its default may be left out.</summary>
    private sealed record Listed(string Name, string Etag, string State, string Number, string Title, string Issuer, int Year, int Targets)
    {
        public static Listed From(Plan plan) => new(
            plan.Name,
            plan.Etag,
            plan.State switch { Plan.Types.State.Read => "STATE_READ", Plan.Types.State.Confirmed => "STATE_CONFIRMED", _ => "STATE_PUBLISHED" },
            plan.Number,
            plan.Title,
            plan.Issuer,
            plan.IssuedOn?.Year ?? 0,
            plan.Summary.TargetCount);

        public static Listed FromJson(string line)
        {
            using var json = JsonDocument.Parse(line);
            var plan = json.RootElement;
            return new(
                Text("name"), Text("etag"), Text("state"), Text("number"), Text("title"), Text("issuer"), Number("issued_on", "year"), Number("summary", "target_count"));

            string Text(string name) => plan.TryGetProperty(name, out var value) ? value.GetString()! : "";

            int Number(string name, string inner) =>
                plan.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Object && value.TryGetProperty(inner, out var number) ? number.GetInt32() : 0;
        }
    }
}
