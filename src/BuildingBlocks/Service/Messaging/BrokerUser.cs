using System.Text.RegularExpressions;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>The broker user a service runs as: its own queues and the exchanges of the facts it announces, nothing else.</summary>
internal static class BrokerUser
{
    public static async Task Grant(BrokerManagement broker, string virtualHost, Credentials login, Facts facts, CancellationToken ct)
    {
        var user = Uri.EscapeDataString(login.Name);
        await broker.Put($"api/users/{user}", new { password = login.Password, tags = "" }, ct);
        await broker.Put($"api/permissions/{Uri.EscapeDataString(virtualHost)}/{user}", Rights(facts), ct);
    }

    // It declares again what it uses, which needs configure even where nothing changes. What it hears of comes to its
    // queue by a binding that is not its own: of the speaker's exchange it needs no right at all.
    internal static object Rights(Facts facts)
    {
        var own = $@"{Regex.Escape(facts.Service)}\..*";
        var used = Any([own, .. facts.Announced.Select(fact => Regex.Escape(Topology.Exchange(fact)))]);
        return new { configure = used, write = used, read = $"^{own}$" };
    }

    private static string Any(IEnumerable<string> names) => $"^({string.Join('|', names)})$";
}
