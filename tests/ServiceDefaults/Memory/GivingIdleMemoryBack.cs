using SocialPolicy.ServiceDefaults.Memory;

namespace SocialPolicy.ServiceDefaults.FunctionalTests.Memory;

public sealed class GivingIdleMemoryBack
{
    private sealed class Heap : ManagedHeap
    {
        public long Bytes { get; set; }
        public int Collected { get; private set; }
        public override long Allocated => Bytes;
        public override void GiveBack() => Collected++;
    }

    private readonly Heap _heap = new();
    private readonly IdleHeap _idle;

    public GivingIdleMemoryBack() => _idle = new(_heap);

    [Fact]
    public void Collects_in_the_first_period_without_work()
    {
        Work(IdleHeap.Worthwhile);
        _heap.Collected.ShouldBe(0);

        Work(IdleHeap.Quiet - 1);
        _heap.Collected.ShouldBe(1);
    }

    [Fact]
    public void Leaves_a_program_at_work_to_its_collector()
    {
        for (var period = 0; period < 20; period++)
            Work(IdleHeap.Quiet);
        _heap.Collected.ShouldBe(0);
    }

    [Fact]
    public void Collects_again_only_once_enough_was_allocated_since()
    {
        Work(IdleHeap.Worthwhile);
        for (var period = 0; period < 16; period++)
            Work(1 << 20);
        _heap.Collected.ShouldBe(1);

        Work(1 << 20);
        _heap.Collected.ShouldBe(2);
    }

    [Fact]
    public void Returns_what_was_garbage()
    {
        var heap = new ManagedHeap();
        var before = heap.Allocated;
        var garbage = Fill();
        heap.Allocated.ShouldBeGreaterThan(before + (16 << 20));

        heap.GiveBack();
        garbage.TryGetTarget(out _).ShouldBeFalse();
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference<byte[][]> Fill() => new([.. Enumerable.Range(0, 64).Select(_ => new byte[512 << 10])]);

    private void Work(long bytes)
    {
        _heap.Bytes += bytes;
        _idle.Look();
    }
}
