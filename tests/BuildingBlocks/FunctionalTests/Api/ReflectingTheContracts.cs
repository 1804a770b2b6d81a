using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using SocialPolicy.PlanRegistry.V1;
using static Grpc.Reflection.V1.ServerReflectionResponse;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Api;

public class ReflectingTheContracts(ProbeHost host) : IClassFixture<ProbeHost>
{
    private const string File = "socialpolicy/planregistry/v1/plan_service.proto";

    [Fact]
    public async Task Lists_the_services()
    {
        var services = (await Ask(new() { ListServices = "" })).ListServicesResponse.Service.Select(service => service.Name);

        services.ShouldBe(["grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "socialpolicy.planregistry.v1.PlanService"]);
    }

    [Theory]
    [InlineData("socialpolicy.planregistry.v1.PlanService", File)]
    [InlineData("socialpolicy.planregistry.v1.PlanService.PublishPlan", File)]
    [InlineData("socialpolicy.planregistry.v1.ImportPlanRequest.File", File)]
    [InlineData("socialpolicy.planregistry.v1.ImportPlanRequest.content", File)]
    [InlineData("socialpolicy.planregistry.v1.GetPlanRequest.view", File)]
    [InlineData("socialpolicy.planregistry.v1.PLAN_VIEW_FULL", File)]
    [InlineData("socialpolicy.planregistry.v1.Plan.STATE_PUBLISHED", "socialpolicy/planregistry/v1/plan.proto")]
    [InlineData("socialpolicy.type.v1.Threshold", "socialpolicy/type/v1/threshold.proto")]
    [InlineData("google.protobuf.FieldMask", "google/protobuf/field_mask.proto")]
    public async Task Finds_the_file_of_a_symbol(string symbol, string file) =>
        FileDescriptor.BuildFromByteStrings([.. Files(await Ask(new() { FileContainingSymbol = symbol })).Reverse()])
            .Select(found => found.Name).ShouldContain(file);

    [Fact]
    public async Task Sends_a_file_with_all_it_needs_to_be_built()
    {
        var files = FileDescriptor.BuildFromByteStrings([.. Files(await Ask(new() { FileByFilename = File })).Reverse()]);

        var service = files.Single(file => file.Name == File).Services.ShouldHaveSingleItem();
        service.Methods.Select(method => method.Name).ShouldBe(PlanService.Descriptor.Methods.Select(method => method.Name));
    }

    [Fact]
    public async Task Says_what_it_does_not_know_and_goes_on()
    {
        var answers = await AskAll(
            [
                new() { Host = "a", FileByFilename = "nowhere.proto" },
                new() { Host = "b", FileContainingSymbol = "nowhere.Nothing" },
                new() { Host = "c", FileContainingExtension = new() { ContainingType = "google.protobuf.MethodOptions", ExtensionNumber = 1 } },
                new() { Host = "d", AllExtensionNumbersOfType = "nowhere.Nothing" },
                new() { Host = "e" },
                new() { Host = "f", AllExtensionNumbersOfType = "socialpolicy.planregistry.v1.Plan" },
            ]);

        answers.Select(answer => answer.ErrorResponse?.ErrorCode).ShouldBe([5, 5, 5, 5, 3, null]);
        answers.Select(answer => answer.ValidHost).ShouldBe(["a", "b", "c", "d", "e", "f"]);
        answers[^1].AllExtensionNumbersResponse.BaseTypeName.ShouldBe("socialpolicy.planregistry.v1.Plan");
    }

    private static IEnumerable<ByteString> Files(ServerReflectionResponse answer)
    {
        answer.MessageResponseCase.ShouldBe(MessageResponseOneofCase.FileDescriptorResponse);
        return answer.FileDescriptorResponse.FileDescriptorProto;
    }

    private async Task<ServerReflectionResponse> Ask(ServerReflectionRequest request) => (await AskAll([request])).ShouldHaveSingleItem();

    private async Task<List<ServerReflectionResponse>> AskAll(IEnumerable<ServerReflectionRequest> requests)
    {
        using var call = new ServerReflection.ServerReflectionClient(host.Channel).ServerReflectionInfo();
        foreach (var request in requests)
            await call.RequestStream.WriteAsync(request);
        await call.RequestStream.CompleteAsync();

        var answers = new List<ServerReflectionResponse>();
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
            answers.Add(answer);
        return answers;
    }
}
