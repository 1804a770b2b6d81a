using System.Text.Json;
using Dapper;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.DirectoryCopy.Storage;

namespace SocialPolicy.DirectoryCopy.Messaging;

/// <summary>Agencies changed in the directory: the copy follows.</summary>
internal sealed class AgenciesChangedConsumer : IConsumeFact<AgenciesChanged>
{
    public Task Consume(AgenciesChanged fact, Envelope envelope, Work work) => work.Connection.ExecuteAsync(work.Sql(
        DirectoryRows.KeepAgencies, new { envelope.AggregateVersion, Rows = JsonSerializer.Serialize(fact.Agencies, DirectoryRows.Columns) }));
}
