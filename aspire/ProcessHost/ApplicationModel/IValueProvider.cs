namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that is known only once addresses and secrets are settled.</summary>
public interface IValueProvider
{
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);
}
