using Grpc.Core;
using Npgsql;
using SocialPolicy.PlanRegistry.V1;
using Answer = SocialPolicy.PlanRegistry.V1.Plan;

namespace SocialPolicy.Benchmarks.Plans;

/// <summary>The least that an answer takes: gRPC with nothing around it and one SELECT by primary key of a message that is ready.</summary>
internal sealed class BarePlans(NpgsqlDataSource source) : PlanService.PlanServiceBase
{
    private const string SelectBasic = "select basic from bare_plans where id = $1";
    private const string SelectFull = "select whole from bare_plans where id = $1";

    public override async Task<Answer> GetPlan(GetPlanRequest request, ServerCallContext context)
    {
        await using var command = source.CreateCommand(request.View is PlanView.Basic ? SelectBasic : SelectFull);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = PlanStage.IdOf(request.Name) });
        return Answer.Parser.ParseFrom((byte[])(await command.ExecuteScalarAsync(context.CancellationToken))!);
    }
}
