namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>
/// The farthest head that this process has seen. A chain that was cut in the database, and the rows with it, is whole in itself; here
/// it is known that there was more.
/// </summary>
internal sealed class AuditMemory
{
    private readonly Lock gate = new();
    private AuditHead? farthest;

    /// <summary>Null before the first.</summary>
    public AuditHead? Farthest
    {
        get
        {
            lock (gate)
                return farthest;
        }
    }

    /// <summary>True once what is remembered was missing in the chain: from then on that is what is remembered.</summary>
    public bool WasCut { get; private set; }

    /// <summary>Remembers how far the chain has got. False when it was cut, told once.</summary>
    /// <param name="head">Where it ends now.</param>
    /// <param name="there">Whether what is remembered is part of it.</param>
    public bool Note(AuditHead head, bool there)
    {
        lock (gate)
        {
            if (WasCut)
                return true;
            if (there && head.Number > 0)
                farthest = head;
            WasCut = !there;
            return there;
        }
    }
}
