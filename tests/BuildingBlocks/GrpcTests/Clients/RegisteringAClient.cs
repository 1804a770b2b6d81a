using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection;
using SocialPolicy.GrpcTests.Echoing;

namespace SocialPolicy.GrpcTests.Clients;

public sealed class RegisteringAClient
{
    private static readonly Func<string, ServerCallContext, Task<string>> TellAdded =
        (_, call) => Task.FromResult(string.Join(", ", call.RequestHeaders.GetAll("x-added").Select(entry => entry.Value)));

    [Fact]
    public async Task Gives_clients_that_call_the_address()
    {
        await using var server = await EchoServer.Start();
        await using var services = Services(all => all.AddGrpcClient<EchoClient>(options => options.Address = server.Address));

        (await services.GetRequiredService<EchoClient>().SayAsync("hello")).ShouldBe("hello");
    }

    [Fact]
    public async Task Shares_one_channel_and_connection_among_all_clients_of_the_name()
    {
        var channels = 0;
        await using var server = await EchoServer.Start((_, call) => Task.FromResult(call.GetHttpContext().Connection.Id));
        await using var services = Services(all => all
            .AddGrpcClient<EchoClient>(options => options.Address = server.Address)
            .ConfigureChannel(_ => channels++));

        var connections = new HashSet<string>();
        for (var client = 0; client < 5; client++)
            connections.Add(await services.GetRequiredService<EchoClient>().SayAsync("?"));

        channels.ShouldBe(1);
        connections.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Applies_interceptors_in_order_those_of_the_client_outermost()
    {
        await using var server = await EchoServer.Start(TellAdded);
        await using var services = Services(all => all
            .AddGrpcClient<EchoClient>(options => options.Address = server.Address)
            .AddInterceptor(() => new Adding("first"))
            .AddInterceptor(() => new Adding("second"))
            .AddInterceptor(InterceptorScope.Client, _ => new Adding("client")));

        (await services.GetRequiredService<EchoClient>().SayAsync("?")).ShouldBe("client, first, second");
    }

    [Fact]
    public async Task Makes_a_client_interceptor_for_every_scope()
    {
        await using var server = await EchoServer.Start(TellAdded);
        await using var services = Services(all =>
        {
            all.AddScoped(_ => new Adding(Guid.CreateVersion7().ToString()));
            all.AddGrpcClient<EchoClient>(options => options.Address = server.Address).AddInterceptor<Adding>(InterceptorScope.Client);
        });

        var answers = new List<string>();
        for (var scope = 0; scope < 2; scope++)
        {
            await using var one = services.CreateAsyncScope();
            answers.Add(await one.ServiceProvider.GetRequiredService<EchoClient>().SayAsync("?"));
            answers.Add(await one.ServiceProvider.GetRequiredService<EchoClient>().SayAsync("?"));
        }

        answers[0].ShouldBe(answers[1]);
        answers[2].ShouldBe(answers[3]);
        answers[0].ShouldNotBe(answers[2]);
    }

    [Fact]
    public async Task Changes_the_options_of_every_call()
    {
        var deadline = Patience.In(TimeSpan.FromMinutes(1));
        await using var server = await EchoServer.Start((_, call) => Task.FromResult($"{call.Deadline:s} {call.RequestHeaders.GetValue("authorization")}"));
        await using var services = Services(all => all
            .AddGrpcClient<EchoClient>(options =>
            {
                options.Address = server.Address;
                options.CallOptionsActions.Add(call => call.CallOptions = call.CallOptions.WithDeadline(deadline));
            })
            .ConfigureChannel(channel => channel.UnsafeUseInsecureChannelCallCredentials = true)
            .AddCallCredentials((_, headers) =>
            {
                headers.Add("authorization", "Bearer token");
                return Task.CompletedTask;
            }));

        var answer = (await services.GetRequiredService<EchoClient>().SayAsync("?")).Split(' ', 2);

        DateTime.Parse(answer[0], null).ShouldBe(deadline, TimeSpan.FromSeconds(3));
        answer[1].ShouldBe("Bearer token");
    }

    [Fact]
    public async Task Sends_calls_through_the_handlers_of_the_builder()
    {
        await using var server = await EchoServer.Start();
        await using var services = Services(all =>
        {
            all.AddGrpcClient<EchoClient>(options => options.Address = new Uri("http://planregistry"))
                .AddHttpMessageHandler(() => new Redirecting(server.Address));
        });

        (await services.GetRequiredService<EchoClient>().SayAsync("found")).ShouldBe("found");
    }

    [Fact]
    public async Task Keeps_clients_of_different_names_apart()
    {
        await using var here = await EchoServer.Start((_, _) => Task.FromResult("here"));
        await using var there = await EchoServer.Start((_, _) => Task.FromResult("there"));
        await using var services = Services(all =>
        {
            all.AddGrpcClient<EchoClient>("here", options => options.Address = here.Address);
            all.AddGrpcClient<EchoClient>("there", options => options.Address = there.Address);
        });

        var factory = services.GetRequiredService<GrpcClientFactory>();

        (await factory.CreateClient<EchoClient>("here").SayAsync("?")).ShouldBe("here");
        (await factory.CreateClient<EchoClient>("there").SayAsync("?")).ShouldBe("there");
    }

    [Fact]
    public void Is_refused_when_another_type_has_the_name()
    {
        var services = new ServiceCollection();
        services.AddGrpcClient<EchoClient>("same", _ => { });
        services.AddGrpcClient<EchoClient>("same", _ => { });

        Should.Throw<InvalidOperationException>(() =>
            services.AddGrpcClient<global::Grpc.Health.V1.Health.HealthClient>("same", _ => { }));
    }

    [Fact]
    public async Task Fails_with_the_name_when_there_is_no_address()
    {
        await using var services = Services(all => all.AddGrpcClient<EchoClient>());

        Should.Throw<InvalidOperationException>(() => services.GetRequiredService<EchoClient>()).Message.ShouldContain("EchoClient");
    }

    private static ServiceProvider Services(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services);
        return services.BuildServiceProvider(validateScopes: true);
    }

    private sealed class Adding(string value) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            Metadata headers = [.. context.Options.Headers ?? [], new Metadata.Entry("x-added", value)];
            return continuation(request, new(context.Method, context.Host, context.Options.WithHeaders(headers)));
        }
    }

    private sealed class Redirecting(Uri address) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(address, request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
