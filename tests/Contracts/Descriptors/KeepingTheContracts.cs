using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Contracts.Tests.Descriptors;

public class KeepingTheContracts
{
    [Fact]
    public void Takes_nothing_from_clients_of_the_baseline()
    {
        var baseline = FileDescriptorSet.Parser.ParseFrom(Golden.Read("tests/Contracts/baseline.pb", () => Contracts().ToByteArray()));

        baseline.File.Count.ShouldBeGreaterThan(4);
        Breaks.Between(baseline, Contracts()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("field socialpolicy.planregistry.v1.Plan.title = 10 is gone or has another number", "Plan", "remove title")]
    [InlineData("field socialpolicy.planregistry.v1.Plan.title = 10 is gone or has another number", "Plan", "renumber title")]
    [InlineData("socialpolicy.planregistry.v1.Plan.title: name was title, is heading", "Plan", "rename title")]
    [InlineData("socialpolicy.planregistry.v1.Plan.title: type was String , is Int64 ", "Plan", "retype title")]
    [InlineData("socialpolicy.planregistry.v1.Plan.title: label was Optional, is Repeated", "Plan", "repeat title")]
    [InlineData("message socialpolicy.planregistry.v1.Plan is gone", "Plan", "remove")]
    public void Would_see_a_field_or_message_change(string expected, string message, string change) =>
        After(files => Change(files.File.SelectMany(file => file.MessageType).Single(type => type.Name == message), files, change))
            .ShouldContain(expected);

    [Fact]
    public void Would_see_an_enum_value_renamed() => After(files => files.File.SelectMany(file => file.EnumType).Single(type => type.Name == "PlanView").Value[1].Name = "PLAN_VIEW_SHORT")
        .ShouldBe(["enum value socialpolicy.planregistry.v1.PlanView.PLAN_VIEW_BASIC = 1 is gone, or has another name or number"]);

    [Fact]
    public void Would_see_a_method_disappear() => After(files => PlanMethods(files).Remove(PlanMethods(files).Single(method => method.Name == "PublishPlan")))
        .ShouldBe(["method socialpolicy.planregistry.v1.PlanService.PublishPlan is gone"]);

    [Fact]
    public void Would_see_a_method_begin_to_stream() => After(files => PlanMethods(files).Single(method => method.Name == "GetPlan").ServerStreaming = true)
        .ShouldBe(["socialpolicy.planregistry.v1.PlanService.GetPlan: streaming of responses was False, is True"]);

    [Fact]
    public void Would_see_a_field_leave_its_oneof() => After(files => files.File.SelectMany(file => file.MessageType).Single(type => type.Name == "ImportPlanRequest").Field[1].ClearOneofIndex())
        .ShouldBe(["socialpolicy.planregistry.v1.ImportPlanRequest.chunk: oneof was content, is "]);

    [Fact]
    public void Lets_contracts_grow() => After(files =>
    {
        var file = files.File.Single(file => file.Service.Any(service => service.Name == "PlanService"));
        file.MessageType.Add(new DescriptorProto { Name = "SuspendPlanRequest" });
        file.MessageType.First().Field.Add(new FieldDescriptorProto { Name = "new_field", Number = 999 });
        file.Service[0].Method.Add(new MethodDescriptorProto { Name = "SuspendPlan" });
        file.EnumType[0].Value.Add(new EnumValueDescriptorProto { Name = "PLAN_VIEW_NEW", Number = 99 });
    }).ShouldBeEmpty();

    private static IList<MethodDescriptorProto> PlanMethods(FileDescriptorSet files) =>
        files.File.SelectMany(file => file.Service).Single(service => service.Name == "PlanService").Method;

    private static IReadOnlyList<string> After(Action<FileDescriptorSet> change)
    {
        var changed = Contracts();
        change(changed);
        return Breaks.Between(Contracts(), changed);
    }

    private static void Change(DescriptorProto message, FileDescriptorSet files, string change)
    {
        var field = message.Field.Single(field => field.Name == "title");
        switch (change)
        {
            case "remove title":
                message.Field.Remove(field);
                break;
            case "renumber title":
                field.Number = 99;
                break;
            case "rename title":
                field.Name = "heading";
                break;
            case "retype title":
                field.Type = FieldDescriptorProto.Types.Type.Int64;
                break;
            case "repeat title":
                field.Label = FieldDescriptorProto.Types.Label.Repeated;
                break;
            default:
                files.File.Single(file => file.MessageType.Contains(message)).MessageType.Remove(message);
                break;
        }
    }

    private static FileDescriptorSet Contracts() => new()
    {
        File =
        {
            typeof(PlanService).Assembly.GetTypes()
                .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
                .OfType<FileDescriptor>()
                .Where(file => file.Package.StartsWith("socialpolicy.", StringComparison.Ordinal))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => file.ToProto()),
        },
    };
}
