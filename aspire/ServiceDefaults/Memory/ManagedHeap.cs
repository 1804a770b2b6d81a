namespace SocialPolicy.ServiceDefaults.Memory;

/// <summary>The heap of this program.</summary>
public class ManagedHeap
{
    /// <summary>Bytes allocated since the program started, collected ones included.</summary>
    public virtual long Allocated => GC.GetTotalAllocatedBytes();

    /// <summary>Collects everything, compacts what stays and returns the rest to the operating system.</summary>
    public virtual void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
