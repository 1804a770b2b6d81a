using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Audit;

namespace SocialPolicy.Benchmarks.Commands;

/// <summary>The same with an audit row as it was before rows had digests and a chain: shows what these cost.</summary>
internal sealed class UnsealedCommand : AuditedCommand
{
    public override string Name => "command-without-digest";

    public override double? Goal => null;

    protected override Task Prepare(NpgsqlConnection connection) => connection.ExecuteAsync("""
        alter table ground.audit_log drop column digest;
        drop index ground.audit_log_by_request, ground.audit_log_by_trace, ground.audit_log_by_time;
        """);

    protected override void Change(IServiceCollection services) => services.Remove(services.Single(
        service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory is Func<IServiceProvider, AuditSealer>));
}
