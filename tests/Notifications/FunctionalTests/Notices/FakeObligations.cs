using System.Collections.Concurrent;
using SocialPolicy.Notifications.Service.Sending;
using State = SocialPolicy.Reporting.V1.Obligation.Types.State;

namespace SocialPolicy.Notifications.FunctionalTests.Notices;

/// <summary>Reporting's word, as a test wants it: everything is owed unless it says otherwise.</summary>
internal sealed class FakeObligations : IObligations
{
    public ConcurrentDictionary<Guid, State> Said { get; } = new();

    public bool CannotBeReached { get; set; }

    public Task<IReadOnlyDictionary<Guid, State>?> States(IReadOnlyCollection<Guid> ids, CancellationToken ct) => Task.FromResult<IReadOnlyDictionary<Guid, State>?>(
        CannotBeReached ? null : ids.ToDictionary(id => id, id => Said.GetValueOrDefault(id, State.Owed)));
}
