using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Callers;

/// <summary>What a service of the platform shows beside its token, where an authority vouches for the services.</summary>
public sealed class ShowingACertificate
{
    private static readonly Dictionary<string, string?> Vouched = new() { ["Tls:Certificate"] = "own.pem", ["Tls:Authority"] = "authority.pem" };

    [Theory]
    [InlineData("reporting", "reporting", true)]
    [InlineData("reporting", "indicators", false)]
    [InlineData("reporting", "*", false)]
    [InlineData("reporting", null, false)]
    public void Lets_a_service_in_by_its_own_name_alone(string client, string? certificate, bool isIn) =>
        Vouch(Vouched, Caller(client, Role.Service), certificate).ShouldBe(isIn);

    [Fact]
    public void Is_asked_of_services_alone() => Vouch(Vouched, Caller("an-agency", Role.Registrar), null).ShouldBeTrue();

    [Theory]
    [InlineData("Tls:Certificate")]
    [InlineData("Tls:Authority")]
    public void Is_not_asked_where_nobody_vouches(string missing) =>
        Vouch(Vouched.Where(setting => setting.Key != missing).ToDictionary(), Caller("reporting", Role.Service), null).ShouldBeTrue();

    private static bool Vouch(Dictionary<string, string?> settings, Caller caller, string? certificate)
    {
        var call = new DefaultHttpContext();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (certificate is not null)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(certificate);
            var request = new CertificateRequest("CN=x", key, HashAlgorithmName.SHA256) { CertificateExtensions = { names.Build() } };
            call.Connection.ClientCertificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(1));
        }

        return new ServiceCertificates(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).Vouch(call, caller);
    }

    private static Caller Caller(string client, Role role) => new(client, client, null, new HashSet<Role> { role }, []);
}
