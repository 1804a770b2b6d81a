using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Service.Assignments;

namespace SocialPolicy.PlanRegistry.Service.Directory;

internal sealed partial class DirectoryService
{
    private const int LongestText = 500;

    [AllowedToAnyCaller]
    public override Task<V1.ResolvePartyResponse> ResolveParty(V1.ResolvePartyRequest request, ServerCallContext call)
    {
        Check.Rule(new FieldsAreFilled("text", request.Text.Length > 0));
        Check.Rule(new FieldsAreFilled("issuer", request.Issuer.Length > 0));
        Check.Rule(new TextsFitTheirField("text", request.Text.Length, LongestText));
        var on = request.On.ToDay("on") ?? clock.Today();
        return requests.Read(call, async connection =>
        {
            var issuer = await connection.RequireAgency(request.Issuer, "issuer", call.CancellationToken);
            var around = await connection.AroundUnit(issuer.UnitId, on, call.CancellationToken);
            var resolution = PartyExplainer.Explain(request.Text, around);
            IReadOnlyList<Guid> members = resolution.Party.Group is { } group ? await connection.MembersOf(group, on, call.CancellationToken) : [];
            return new V1.ResolvePartyResponse
            {
                Party = resolution.Party.ToContract(),
                Members = { members.Select(member => AgencyName.Of(member)) },
                Confidence = resolution.Confidence.ToContract(),
                Why = resolution.Why,
                Candidates = { await connection.Show(resolution.Candidates, call.CancellationToken) },
            };
        });
    }
}
