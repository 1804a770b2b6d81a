namespace SocialPolicy.Cli.Output;

/// <summary>Exit codes that scripts may rely on.</summary>
internal static class Exit
{
    public const int Ok = 0;

    /// <summary>A rule refused it; the reason is printed.</summary>
    public const int Refused = 1;

    /// <summary>The command line was wrong.</summary>
    public const int Usage = 2;

    /// <summary>Nobody answers, or not in time: worth trying again.</summary>
    public const int Unavailable = 3;

    /// <summary>Not signed in, or not allowed.</summary>
    public const int NotAllowed = 4;

    /// <summary>The platform itself failed.</summary>
    public const int Failed = 5;

    /// <summary>Stopped by the user.</summary>
    public const int Interrupted = 130;
}
