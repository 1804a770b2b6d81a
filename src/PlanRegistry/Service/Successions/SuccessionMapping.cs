using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Successions;
using SocialPolicy.PlanRegistry.Service.Directory;

namespace SocialPolicy.PlanRegistry.Service.Successions;

/// <summary>Successions in the words of the contract, and back.</summary>
internal static class SuccessionMapping
{
    private static readonly WirePairs<SuccessionKind, V1.Succession.Types.Kind> Kinds = new(
        (SuccessionKind.Merge, V1.Succession.Types.Kind.Merge),
        (SuccessionKind.Split, V1.Succession.Types.Kind.Split),
        (SuccessionKind.Rename, V1.Succession.Types.Kind.Rename),
        (SuccessionKind.Dissolve, V1.Succession.Types.Kind.Dissolve),
        (SuccessionKind.Transfer, V1.Succession.Types.Kind.Transfer));

    private static readonly WirePairs<SuccessionSubject, V1.Succession.Types.Subject> Subjects = new(
        (SuccessionSubject.Units, V1.Succession.Types.Subject.Units),
        (SuccessionSubject.Agencies, V1.Succession.Types.Subject.Agencies));

    public static IntendedSuccession ToDomain(this V1.RecordSuccessionRequest request) => new(
        Subjects.From(request.Subject, "subject"),
        Kinds.From(request.Kind, "kind"),
        request.EffectiveOn.ToDay("effective_on"),
        request.Predecessors,
        [.. request.Heirs.Select((heir, at) => new IntendedHeir(
            heir.Name, WrittenNumber.Parse(heir.Share, string.Create(CultureInfo.InvariantCulture, $"heirs[{at}].share")), heir.Function.Trim()))],
        request.NewName.Trim(),
        request.LegalGround.Trim(),
        request.Note.Trim());

    public static V1.Succession ToContract(this SuccessionRow row) => new()
    {
        Name = SuccessionService.SuccessionName.Of(row.Id),
        Subject = Subjects.Of(row.Subject),
        Kind = Kinds.Of(row.Kind),
        EffectiveOn = row.EffectiveOn.ToContract(),
        Predecessors = { row.Predecessors.Select(member => new V1.Succession.Types.Predecessor { Name = NameOf(member, row), DisplayName = member.Name, Code = member.Code }) },
        Heirs =
        {
            row.Heirs.Select(member => new V1.Succession.Types.Heir
            {
                Name = NameOf(member, row),
                DisplayName = member.Name,
                Code = member.Code,
                Share = member.Share?.ToString(CultureInfo.InvariantCulture) ?? "",
                Function = member.Function ?? "",
            }),
        },
        NewName = row.NewName ?? "",
        LegalGround = row.LegalGround,
        Note = row.Note ?? "",
        RecordTime = row.RecordedAt.ToTimestamp(),
        Recorder = row.RecordedBy,
    };

    private static string NameOf(SuccessionMember member, SuccessionRow row) =>
        row.Subject is SuccessionSubject.Units ? DirectoryService.UnitName.Of(member.Id) : DirectoryService.AgencyName.Of(member.Id);
}
