namespace SocialPolicy.ServiceDefaults.Discovery;

/// <summary>
/// Sends a request for <c>http://NAME</c> to a replica of the service, and to the next one when no connection comes about: nothing
/// was sent then, so any request may be repeated. A connection that breaks later is the caller's to judge.
/// </summary>
internal sealed class ServiceDiscoveryHandler(ServiceDirectory directory) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        if (directory.Find(asked) is not { } replicas)
            return await base.SendAsync(request, cancellationToken);

        var left = replicas.Count;
        foreach (var replica in replicas.InTurn())
        {
            left--;
            request.RequestUri = new Uri(replicas[replica], asked.PathAndQuery);
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                replicas.Reached(replica);
                return response;
            }
            catch (HttpRequestException failure) when (FoundNobody(failure))
            {
                replicas.Missed(replica);
                if (left is 0)
                    throw;
            }
            finally
            {
                request.RequestUri = asked;
            }
        }

        throw new InvalidOperationException($"{asked.Host} has no replica.");
    }

    private static bool FoundNobody(HttpRequestException failure) =>
        failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;
}
