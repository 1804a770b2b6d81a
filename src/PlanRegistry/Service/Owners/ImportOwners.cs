using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Codes;
using SocialPolicy.BuildingBlocks.Domain.Files;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Service.Owners.Workbook;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanRegistry.Service.Plans;
using FileOfOwners = SocialPolicy.BuildingBlocks.Service.Files.ReceivedFile<SocialPolicy.PlanRegistry.V1.ImportOwnersRequest.Types.File>;

namespace SocialPolicy.PlanRegistry.Service.Owners;

internal sealed partial class OwnerService
{
    private const int MostShown = 100;

    private static readonly char[] BetweenCodes = [';', ',', '\n', '\r'];

    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.Administrator, Within = Sphere.Reach)]
    public override async Task<V1.ImportOwnersResponse> ImportOwners(IAsyncStreamReader<V1.ImportOwnersRequest> stream, ServerCallContext call)
    {
        var received = await FileOfOwners.From(stream, message => message.File, message => message.Chunk, call.CancellationToken);
        var file = received.Description;
        return await requests.Once(file.RequestId, file.ValidateOnly, received.PayloadHash, call, async work =>
        {
            received.MustHaveArrived(file.Sha256, FileOfOwners.NameOf(file.FileName), "file");
            Check.Rule(new DocumentsHaveContent(received.Size));
            Check.Rule(new TextsFitTheirField("file.reason", file.Reason.Length, LongestReason));
            var from = file.From.ToDay("file.from") ?? work.At.InVietnam();
            var plan = await work.RequireKeptPlan(PlanService.PlanName.Parse(file.Plan, "file.plan"));
            Check.Rule(new OwnedPlansAreConfirmed(plan.State));
            var workbook = ReturnedWorkbook.Read(received.Open());
            Check.Rule(new OwnerSheetsBelongToTheirPlan(file.Plan, workbook.Plan));

            var book = await work.Connection.OwnersOf(plan, work.Cancellation);
            var (changes, errors) = TakingOwnerRows.Decide(book.Items, book.History, await Rows(workbook, from, work), from);
            if (errors.Count > 0)
                return Refuse(errors, changes, file.ValidateOnly, book.Version);

            var version = await work.Keep(book, changes, from, Said.OrNull(file.Reason));
            work.Audit(file.Plan, $"owners of {changes.Changed.Count} items by workbook");
            return new V1.ImportOwnersResponse { AssignedCount = changes.Changed.Count, UnchangedCount = changes.Unchanged, Etag = Etag.Of(version) };
        });
    }

    // Who only asks wants all errors; a refusal has room for the first.
    private static V1.ImportOwnersResponse Refuse(IReadOnlyList<OwnerRowError> errors, OwnerChanges changes, bool validateOnly, int version)
    {
        if (!validateOnly)
            throw new RuleBroken([new OwnerRowsAreValid(errors.Count, $"{errors[0].Rule.Reason} in row {errors[0].Row}, column {errors[0].Column}"), .. errors.Take(MostShown).Select(error => error.Rule)]);
        return new()
        {
            AssignedCount = changes.Changed.Count,
            UnchangedCount = changes.Unchanged,
            Errors =
            {
                errors.Select(error => new V1.ImportOwnersResponse.Types.RowError
                {
                    Row = error.Row, Column = error.Column, Reason = error.Rule.Reason, Message = error.Rule.Message,
                }),
            },
            Etag = Etag.Of(version),
        };
    }

    private static async Task<IReadOnlyList<OwnerRow>> Rows(ReturnedWorkbook workbook, DateOnly from, Work work)
    {
        var entered = workbook.Rows.Select(row => (Row: row, Lead: row.Lead, Coordinating: CodesIn(row.Coordinating))).ToList();
        var names = entered.SelectMany(row => row.Coordinating.Append(row.Lead)).Where(DirectoryService.IsCode).Distinct(StringComparer.Ordinal).Select(name => (name, "rows")).ToList();
        var agencies = await work.Connection.Agencies(names, work.Cancellation);
        return [.. entered.Select(one => RowOf(one.Row, one.Lead, one.Coordinating, agencies, from))];
    }

    private static OwnerRow RowOf(ReturnedRow row, string lead, string[] coordinating, KnownAgencies agencies, DateOnly from)
    {
        var item = Guid.TryParse(row.Item[(row.Item.LastIndexOf('/') + 1)..], out var id) ? id : (Guid?)null;
        var exported = ExportedOwners.Read(row.Exported);
        var owners = new Ownership(agencies.Find(lead)?.Id, [.. coordinating.Select(code => agencies.Find(code)?.Id).OfType<Guid>()]);
        var judged = coordinating.Select(code => Judge(OwnerColumns.Coordinating, code)).Concat(lead.Length > 0 ? [Judge(OwnerColumns.Lead, lead)] : []).Where(error => error.Rule.IsBroken).ToList();

        // Who was assigned when he was there may stay on a row that nobody touched.
        var isUntouched = owners.SaysTheSameAs(exported) && judged.TrueForAll(error => error.Rule is SupersededAgenciesGiveWay or AgenciesHaveBegun);
        return new(row.Row, item, exported, owners, isUntouched ? [] : judged);

        OwnerRowError Judge(string column, string code) => new(row.Row, column, agencies.Judge(code, $"row {row.Row} column {column}", from));
    }

    private static string[] CodesIn(string cell) => cell.Split(BetweenCodes, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
