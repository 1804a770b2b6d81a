using Dapper;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Matters;

namespace SocialPolicy.PlanRegistry.Service.Matters;

/// <summary>The amendment that settles a matter.</summary>
internal static class Amendments
{
    internal static readonly ResourceName AmendmentName = new("plans/{plan}/amendments/{amendment}");

    /// <summary>The amendment a request names, of the plan the matter is about; null when it names none. Throws NAME_MALFORMED, AMENDMENT_OF_ANOTHER_PLAN and AMENDMENT_NOT_FOUND.</summary>
    public static async Task<Guid?> AmendmentOf(this Work work, Matter matter, string name)
    {
        if (name.Length == 0)
            return null;
        var ids = AmendmentName.ParseAll(name, "amendment");
        Check.Rule(new AmendmentsAreOfTheMattersPlan(matter.Subject.PlanId, ids[0]));
        Check.Rule(new AmendmentsAreMade(ids[1], await work.IsMade(ids[0], ids[1])));
        return ids[1];
    }

    public static string NameOf(Guid plan, Guid amendment) => AmendmentName.Of(plan, amendment);

    /// <summary>Whether the amendment was made. Amendments bring their own table; until it is here, its plan has to be.</summary>
    private static Task<bool> IsMade(this Work work, Guid plan, Guid amendment) =>
        work.Connection.ExecuteScalarAsync<bool>(work.Sql("select exists (select from plans where id = @plan)", new { plan, amendment }));
}
