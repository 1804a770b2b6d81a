using System.Security.Cryptography;
using Dapper;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Files;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Owners.Workbook;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Owners;

internal sealed partial class OwnerService
{
    private const int MostSuggested = 2;

    // The agencies of the issuer's unit and of those above, and the committees below; all of them where the issuer is not known.
    private const string SelectChoices = """
        with recursive up as (
            select id, parent_id, 1 as step from units where id = @unit
            union all
            select units.id, units.parent_id, up.step + 1 from units join up on units.id = up.parent_id
        )
        select a.codes[1] as code, a.name, u.name as unit
        from agencies a join units u on u.id = a.unit_id left join up on up.id = u.id
        where (a.valid_from is null or a.valid_from <= @on) and (a.valid_to is null or a.valid_to >= @on)
            and (@unit::uuid is null or up.id is not null or (u.parent_id = @unit and a.kind = 'peoples_committee'))
        order by coalesce(up.step, 0) <> 1, up.step nulls last, u.name, a.name
        limit 3000
        """;

    [AllowedToAnyCaller]
    public override async Task ExportOwners(V1.ExportOwnersRequest request, IServerStreamWriter<V1.ExportOwnersResponse> stream, ServerCallContext call)
    {
        var plan = PlanService.PlanName.Parse(request.Plan, "plan");
        var on = request.On.ToDay("on") ?? clock.Today();
        var (name, bytes) = await requests.Read(call, [plan], clock.Today(), async connection =>
        {
            var book = await connection.OwnersOf(plan, call.CancellationToken);
            Check.Rule(new OwnedPlansAreConfirmed(book.Plan.State));
            return (FileNameOf(book.Plan), OwnerWorkbook.Write(await Sheet(connection, book, on, call)));
        });
        var file = new V1.ExportOwnersResponse.Types.File { FileName = name, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), SizeBytes = bytes.Length };
        await stream.Send(new() { File = file }, new MemoryStream(bytes), chunk => new() { Chunk = chunk }, call.CancellationToken);
    }

    private async Task<OwnerSheet> Sheet(NpgsqlConnection connection, OwnerBook book, DateOnly on, ServerCallContext call)
    {
        var items = book.Items.Where(item => !item.IsVision).ToList();
        var suggestions = await Suggest(connection, book, items, on, call);
        var unit = await IssuerUnit(connection, book.Plan, on, call.CancellationToken);
        var choices = await connection.QueryAsync<(string Code, string Name, string Unit)>(new(SelectChoices, new { unit, on }, cancellationToken: call.CancellationToken));
        var agencies = await connection.Agencies(
            book.NamedOn(items, on).Concat(suggestions.Values.SelectMany(all => all).Select(one => one.AgencyId).OfType<Guid>()), call.CancellationToken);
        return new(
            PlanService.PlanName.Of(book.Plan.Id),
            HeadingOf(book.Plan.Header),
            [.. items.Select(item => RowOf(item, book.History.OwnersOn(item.Id, on), suggestions[item.Id], agencies))],
            [.. choices.Select(one => new OwnerChoice(one.Code, one.Name, one.Unit))]);
    }

    private static OwnerSheetRow RowOf(OwnableItem item, Ownership owners, IReadOnlyList<OwnerSuggestion> suggestions, KnownAgencies agencies)
    {
        var leads = suggestions.Where(one => one.Role is OwnerRole.Lead).Take(MostSuggested).ToList();
        return new(
            $"{(item.Kind is OwnableKind.Target ? "targets" : "tasks")}/{item.Id}",
            ExportedOwners.Write(owners),
            item.Numbering,
            SheetWords.Of(item.Kind),
            item.Text,
            SheetWords.OfTheme(item.Theme),
            string.Join('\n', leads.Select(one => Suggested(one, agencies))),
            string.Join('\n', leads.Select(one => one.Quote).Where(quote => quote != Printed.Shortened(item.Text)).Distinct(StringComparer.Ordinal)),
            owners.LeadId is { } lead ? agencies[lead].Codes[0] : "",
            string.Join("; ", owners.CoordinatingIds.Select(agency => agencies[agency].Codes[0])),
            Now(owners, agencies));
    }

    private static string Suggested(OwnerSuggestion one, KnownAgencies agencies)
    {
        var who = one.AgencyId is { } agency ? $"{agencies[agency].Name} [{agencies[agency].Codes[0]}]" : one.Text;
        return $"{who} ({SheetWords.Of(one.Confidence)}, {SheetWords.Of(one.Basis)})";
    }

    private static string Now(Ownership owners, KnownAgencies agencies)
    {
        var lead = owners.LeadId is { } one ? $"Chủ trì: {agencies[one].Name}" : "";
        var others = owners.CoordinatingIds.Count > 0 ? $"Phối hợp: {string.Join("; ", owners.CoordinatingIds.Select(agency => agencies[agency].Name))}" : "";
        return string.Join('\n', new[] { lead, others }.Where(part => part.Length > 0));
    }

    private static string HeadingOf(PlanHeader header) =>
        string.Join(" – ", new[] { header.Number is { } number ? $"Kế hoạch số {number}" : null, header.Issuer, header.Title }.Where(part => part is not null));

    // A number holds slashes, which no file name may.
    private static string FileNameOf(Plan plan) => $"phan-cong-{string.Concat((plan.Header.Number ?? $"{plan.Id}").Select(c => char.IsLetterOrDigit(c) ? c : '-'))}.xlsx";
}
