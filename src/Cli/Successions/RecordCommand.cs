using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Successions;

/// <summary><c>spp succession record</c>: one act, or with --dry-run what it would leave without an owner.</summary>
internal static class RecordCommand
{
    public static Command Create()
    {
        var kind = new Argument<Succession.Types.Kind>("KIND") { Description = "merge, split, rename, dissolve or transfer." }.Among();
        var units = new Option<bool>("--units") { Description = "It is about administrative units. Default: about agencies." };
        var on = new Option<string>("--on") { Description = "First day of the new state, yyyy-mm-dd.", Required = true };
        var from = new Option<string[]>("--from") { Description = "A predecessor, scheme:code or its name. Repeat for each.", Required = true };
        var to = new Option<string[]>("--to") { Description = "An heir: CODE, CODE=SHARE, CODE==FUNCTION or CODE=SHARE=FUNCTION. Repeat for each." };
        var name = new Option<string?>("--name") { Description = "The new name of a rename." };
        var ground = new Option<string>("--ground") { Description = "The document that orders it, with its number.", Required = true };
        var note = new Option<string?>("--note") { Description = "What else there is to say." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Store nothing; list the plans, duties, obligations and notices that would be left without an owner." };
        var command = new Command("record", "Record what became of units or agencies.") { kind, units, on, from, to, name, ground, note, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var collection = parsed.GetValue(units) ? "units" : "agencies";
            var request = new RecordSuccessionRequest
            {
                Subject = parsed.GetValue(units) ? Succession.Types.Subject.Units : Succession.Types.Subject.Agencies,
                Kind = parsed.GetValue(kind),
                EffectiveOn = Said.Day(parsed.GetValue(on)!),
                Predecessors = { parsed.GetValue(from)!.Select(said => Said.NameOf(said, collection)) },
                Heirs = { (parsed.GetValue(to) ?? []).Select(said => HeirSaid.Read(said, collection)) },
                NewName = parsed.GetValue(name) ?? "",
                LegalGround = parsed.GetValue(ground),
                Note = parsed.GetValue(note) ?? "",
                ValidateOnly = parsed.GetValue(dryRun),
                RequestId = Said.NewRequest(),
            };
            var answer = await connection.Successions.RecordSuccessionAsync(request, Connection.Call(cancellation));
            await OrphanSheet.Show(answer, connection, screen, cancellation);
            return Exit.Ok;
        });
        return command;
    }
}
