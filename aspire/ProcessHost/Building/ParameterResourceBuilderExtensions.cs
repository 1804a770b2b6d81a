using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Parameters.</summary>
public static class ParameterResourceBuilderExtensions
{
    /// <summary>A value from configuration <c>Parameters:NAME</c>. A secret without one is made once and kept in the data folder.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.AddResource(new ParameterResource(name, () => builder.Configuration[$"Parameters:{name}"] ?? Missing(builder, name, secret), secret));

    /// <summary>A value given here, unless configuration <c>Parameters:NAME</c> has another.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value) =>
        builder.AddResource(new ParameterResource(name, () => builder.Configuration[$"Parameters:{name}"] ?? value));

    internal static ParameterResource PasswordOf(this IDistributedApplicationBuilder builder, string resource) =>
        builder.AddParameter($"{resource}-password", secret: true).Resource;

    private static string Missing(IDistributedApplicationBuilder builder, string name, bool secret) => secret
        ? ((DistributedApplicationBuilder)builder).Data.Secrets.GetOrCreate(name)
        : throw new HostException($"The parameter '{name}' has no value: set Parameters__{name}, then start again.");
}
