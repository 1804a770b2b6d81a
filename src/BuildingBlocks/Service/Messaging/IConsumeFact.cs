using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>
/// What a service does when it hears of a fact. Runs inside the inbox's transaction, often with other messages, one of an
/// aggregate at a time and in order: each fact has its effect once. An exception undoes it; it is tried again, then put
/// among the dead letters, and later facts of the same aggregate wait behind it.
/// </summary>
public interface IConsumeFact<in TFact> where TFact : IFact
{
    /// <summary>The effect, on <c>work.Connection</c> alone: nothing outside the database.</summary>
    Task Consume(TFact fact, Envelope envelope, Work work);
}
