using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using SocialPolicy.Cli.Output;

namespace SocialPolicy.Cli.UnitTests.Output;

public sealed class SayingWhy
{
    [Fact]
    public void Names_the_rule_and_every_field()
    {
        var refusal = Refusal.From(Refused(StatusCode.InvalidArgument, new() { Reason = "DATE_INVALID" }, ("plan.issued_on", "No such day.")), default)!;

        refusal.Reason.ShouldBe("DATE_INVALID");
        refusal.Fields.ShouldHaveSingleItem().ShouldStartWith("plan.issued_on: No such day.");
        refusal.ExitCode.ShouldBe(Exit.Refused);
    }

    [Theory]
    [InlineData(StatusCode.FailedPrecondition, Exit.Refused)]
    [InlineData(StatusCode.NotFound, Exit.Refused)]
    [InlineData(StatusCode.Aborted, Exit.Refused)]
    [InlineData(StatusCode.PermissionDenied, Exit.NotAllowed)]
    [InlineData(StatusCode.Unauthenticated, Exit.NotAllowed)]
    [InlineData(StatusCode.Unavailable, Exit.Unavailable)]
    [InlineData(StatusCode.DeadlineExceeded, Exit.Unavailable)]
    [InlineData(StatusCode.Internal, Exit.Failed)]
    public void Tells_scripts_by_the_exit_code_whether_to_mend_or_to_try_again(StatusCode code, int exit) =>
        Refusal.From(new RpcException(new(code, "no")), default)!.ExitCode.ShouldBe(exit);

    [Fact]
    public void Falls_back_to_the_canonical_code_where_no_reason_came() =>
        Refusal.From(new RpcException(new(StatusCode.Unavailable, "gone")), default)!.Reason.ShouldBe("UNAVAILABLE");

    [Fact]
    public void Leaves_defects_to_be_seen_as_defects() =>
        Refusal.From(new InvalidOperationException(), default).ShouldBeNull();

    private static RpcException Refused(StatusCode code, ErrorInfo info, params (string Field, string Description)[] violations)
    {
        var input = new BadRequest();
        input.FieldViolations.AddRange(violations.Select(violation => new BadRequest.Types.FieldViolation { Field = violation.Field, Description = violation.Description }));
        var details = new Google.Rpc.Status { Code = (int)code, Details = { Any.Pack(info), Any.Pack(input) } };
        return new(new(code, "refused"), new Metadata { { "grpc-status-details-bin", details.ToByteArray() } });
    }
}
