using SocialPolicy.Cli.Installation;

namespace SocialPolicy.Cli.Story;

/// <summary>Who acts in the story: the operator of the machine, and clients of the sandbox.</summary>
internal sealed class Cast(Connection installation) : IDisposable
{
    /// <summary>Administrator, operator and registrar in one.</summary>
    public Connection Operator => installation;

    /// <summary>One system that acts for many reporting agencies.</summary>
    public Connection Officer { get; } = installation.As("demo-officer");

    /// <summary>Acts for the focal agencies: receives, returns, accepts, consolidates.</summary>
    public Connection Focal { get; } = installation.As("demo-focal");

    /// <summary>An officer of an agency that has nothing to do with these plans.</summary>
    public Connection Stranger { get; } = installation.As("demo-stranger");

    public void Dispose()
    {
        Officer.Dispose();
        Focal.Dispose();
        Stranger.Dispose();
    }
}
