namespace Aspire.Hosting;

/// <summary>Something an operator can mend: one line that says what is wrong and what to do.</summary>
internal sealed class HostException(string message, int exitCode = HostException.Refused) : Exception(message)
{
    /// <summary>The host cannot start as things are.</summary>
    public const int Refused = 2;

    /// <summary>An address that was asked for is taken.</summary>
    public const int PortInUse = 3;

    /// <summary>Another host runs on the same data folder.</summary>
    public const int AlreadyRunning = 4;

    public int ExitCode { get; } = exitCode;
}
