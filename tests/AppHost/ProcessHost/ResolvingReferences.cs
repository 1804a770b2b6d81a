using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

public sealed class ResolvingReferences : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Turns_parameters_endpoints_and_expressions_into_variables()
    {
        await using var host = new TestHost(folder["data"], "--Parameters:user=given");
        var user = host.Builder.AddParameter("user");
        var secret = host.Builder.AddParameter("secret", secret: true);
        var fallback = host.Builder.AddParameter("fallback", "default");
        var other = host.AddProbe("other");
        var endpoint = other.GetEndpoint("http");
        host.AddProbe("probe")
            .WithEnvironment("USER_NAME", user)
            .WithEnvironment("FALLBACK", fallback)
            .WithEnvironment("OTHER", endpoint)
            .WithEnvironment("TEXT", ReferenceExpression.Create($"{{{user}:{secret}@{endpoint.Property(EndpointProperty.Host)}:{endpoint.Property(EndpointProperty.Port)}}}"));
        await host.Start();
        await host.Healthy("probe");

        var made = await File.ReadAllTextAsync(folder["data/secrets/secret"]);
        (await host.Environment("probe", "USER_NAME")).ShouldBe("given");
        (await host.Environment("probe", "FALLBACK")).ShouldBe("default");
        (await host.Environment("probe", "OTHER")).ShouldBe(host["other"].Endpoints[0].Url);
        (await host.Environment("probe", "TEXT")).ShouldBe($"{{given:{made}@127.0.0.1:{endpoint.Port}}}");
        (await host.Environment("probe", "HTTP_PORT")).ShouldBe($"{new Uri(host["probe"].Endpoints[0].Url).Port}");
        (await host.Environment("probe", "DOTNET_ENVIRONMENT")).ShouldBe("Development");
    }

    [Fact]
    public async Task Makes_secrets_once_for_our_eyes_alone()
    {
        var first = await Secret();
        first.Length.ShouldBe(43);
        File.GetUnixFileMode(folder["data/secrets/secret"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(folder["data/secrets"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        (await Secret()).ShouldBe(first);

        async Task<string> Secret()
        {
            await using var host = new TestHost(folder["data"]);
            return (await host.Builder.AddParameter("secret", secret: true).Resource.GetValueAsync())!;
        }
    }

    [Fact]
    public async Task Writes_connection_strings_as_the_drivers_want_them()
    {
        await using var host = new TestHost(folder["data"], "--Parameters:postgres-password=p", "--Parameters:rabbitmq-password=q");
        var postgres = host.Builder.AddPostgres("postgres", port: 1);
        var rabbitmq = host.Builder.AddRabbitMQ("rabbitmq", host.Builder.AddParameter("admin", "root"), port: 2);
        postgres.Resource.Annotations.OfType<EndpointAnnotation>().Single().Allocated = [5432];
        rabbitmq.Resource.Annotations.OfType<EndpointAnnotation>().Single().Allocated = [5672];

        (await postgres.AddDatabase("db", "plans").Resource.ConnectionStringExpression.GetValueAsync())
            .ShouldBe("Host=127.0.0.1;Port=5432;Username=postgres;Password=p;Database=plans");
        (await rabbitmq.Resource.ConnectionStringExpression.GetValueAsync()).ShouldBe("amqp://root:q@127.0.0.1:5672");
    }
}
