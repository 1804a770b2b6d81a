using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SocialPolicy.BuildingBlocks.Service.Api;

/// <summary>The methods a service has mapped: what it can be asked, as routing knows it.</summary>
internal sealed class MappedRpcs
{
    private readonly Lazy<IReadOnlyList<ServiceDescriptor>> services;
    private ICollection<EndpointDataSource>? sources;

    public MappedRpcs() => services = new(Describe);

    /// <summary>One for each method; complete once the service has mapped everything.</summary>
    public IEnumerable<Endpoint> Endpoints => sources?.SelectMany(source => source.Endpoints).Where(IsRpc)
        ?? throw new InvalidOperationException("The service adds an API but does not map it: call MapApi.");

    /// <summary>The descriptors of the services, by name. Ask after the service has started.</summary>
    public IReadOnlyList<ServiceDescriptor> Services => services.Value;

    public void ReadFrom(IEndpointRouteBuilder routes) => sources = routes.DataSources;

    private static bool IsRpc(Endpoint endpoint) => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is not null;

    private IReadOnlyList<ServiceDescriptor> Describe() =>
    [
        .. Endpoints.Select(endpoint => endpoint.Metadata.GetRequiredMetadata<GrpcMethodMetadata>().ServiceType)
            .Distinct()
            .Select(Descriptor)
            .OrderBy(service => service.FullName, StringComparer.Ordinal),
    ];

    // The generated base class names the generated static class, which holds the descriptor.
    private static ServiceDescriptor Descriptor(Type? service)
    {
        for (var type = service; type is not null; type = type.BaseType)
        {
            var binding = type.GetCustomAttributes(typeof(BindServiceMethodAttribute), inherit: false).Cast<BindServiceMethodAttribute>().SingleOrDefault();
            if (binding?.BindType.GetProperty("Descriptor")?.GetValue(null) is ServiceDescriptor descriptor)
                return descriptor;
        }

        throw new InvalidOperationException($"{service} is not generated from a proto.");
    }
}
