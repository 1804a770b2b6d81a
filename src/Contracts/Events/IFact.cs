namespace SocialPolicy.Contracts.Events;

/// <summary>
/// Something a service announces as having happened. Implementations are records named noun + past participle in
/// <c>SocialPolicy.Contracts.Events.&lt;Service&gt;.V1</c>: the namespace and name are the identity on the wire.
/// Everything about the announcement itself stands in its <see cref="Envelope"/>.
/// </summary>
public interface IFact;
