using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;
using SocialPolicy.GrpcTests.Echoing;
using Serving = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace SocialPolicy.GrpcTests.Clients;

public sealed class UsingGeneratedCode
{
    [Fact]
    public async Task Serves_and_calls_what_the_contract_declares()
    {
        await using var server = await EchoServer.Start(map: app => app.MapGrpcService<AlwaysServing>());
        var client = new Health.HealthClient(server.Channel());

        (await client.CheckAsync(new HealthCheckRequest { Service = "known" })).Status.ShouldBe(Serving.Serving);

        using var watch = client.Watch(new HealthCheckRequest());
        (await watch.ResponseStream.ReadAllAsync().Select(response => response.Status).ToListAsync())
            .ShouldBe([Serving.Unknown, Serving.Serving]);
    }

    [Fact]
    public async Task Answers_unimplemented_for_what_is_not_overridden()
    {
        await using var server = await EchoServer.Start(map: app => app.MapGrpcService<AlwaysServing>());

        var failure = await Should.ThrowAsync<RpcException>(async () =>
            await new Health.HealthClient(server.Channel()).ListAsync(new HealthListRequest()));

        failure.StatusCode.ShouldBe(StatusCode.Unimplemented);
    }

    [Fact]
    public void Gives_a_definition_with_every_method_once()
    {
        var definition = Health.BindService(new AlwaysServing());
        var names = new Names();

        definition.BindService(names);

        names.Seen.ShouldBe(["/grpc.health.v1.Health/Check", "/grpc.health.v1.Health/List", "/grpc.health.v1.Health/Watch"], ignoreOrder: true);
        var twice = ServerServiceDefinition.CreateBuilder().AddMethod(Echo.Unary, (request, _) => Task.FromResult(request));
        Should.Throw<ArgumentException>(() => twice.AddMethod(Echo.Unary, (request, _) => Task.FromResult(request)));
    }

    private sealed class AlwaysServing : Health.HealthBase
    {
        public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) =>
            Task.FromResult(new HealthCheckResponse { Status = Serving.Serving });

        public override async Task Watch(
            HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
        {
            await responseStream.WriteAsync(new HealthCheckResponse());
            await responseStream.WriteAsync(new HealthCheckResponse { Status = Serving.Serving });
        }
    }

    private sealed class Names : ServiceBinderBase
    {
        public List<string> Seen { get; } = [];

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) => Seen.Add(method.FullName);

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) => Seen.Add(method.FullName);
    }
}
