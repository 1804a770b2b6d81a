using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SocialPolicy.TokenService.Issuing;

namespace SocialPolicy.TokenService.Officers;

/// <summary>How often passwords may be tried: of one officer from wherever, and from one address whoever is named. It passes by itself.</summary>
internal sealed class SignInLimits(IOptions<TokenOptions> options) : IDisposable
{
    private static readonly TimeSpan OfOfficer = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan OfAddress = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> officers = RequestLimits.Limiter<string>(options.Value.TriesOfOfficer, OfOfficer);
    private readonly PartitionedRateLimiter<string> addresses = RequestLimits.Limiter<string>(options.Value.TriesOfAddress, OfAddress);

    /// <summary>Null when the password may be looked at, else how long to wait.</summary>
    public TimeSpan? Wait(string officer, string address) =>
        RequestLimits.Wait(addresses.AttemptAcquire(address), OfAddress) ?? RequestLimits.Wait(officers.AttemptAcquire(officer), OfOfficer);

    public void Dispose()
    {
        officers.Dispose();
        addresses.Dispose();
    }
}
