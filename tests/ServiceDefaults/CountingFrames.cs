using SocialPolicy.ServiceDefaults.Endpoints;
using static SocialPolicy.ServiceDefaults.FunctionalTests.RawConnection;

namespace SocialPolicy.ServiceDefaults.FunctionalTests;

public sealed class CountingFrames
{
    private static readonly byte[] Hello = [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8];

    private readonly StandingClock clock = new();

    [Fact]
    public void Takes_as_many_idle_ones_as_a_connection_may_send_at_once_and_then_no_more()
    {
        var counter = new FrameCounter(clock);
        counter.Take(Hello).ShouldBeTrue();

        Enumerable.Range(0, FrameCounter.AtOnce).All(_ => counter.Take(Frame(Ping, 0, 0, new byte[8]))).ShouldBeTrue();
        counter.Take(Frame(Ping, 0, 0, new byte[8])).ShouldBeFalse();
    }

    [Fact]
    public void Takes_some_a_second_for_ever()
    {
        var counter = new FrameCounter(clock);
        counter.Take(Hello).ShouldBeTrue();

        for (var second = 0; second < 1_000; second++)
        {
            for (var frame = 0; frame < FrameCounter.PerSecond; frame++)
                counter.Take(Frame(Reset, 0, 1, new byte[4])).ShouldBeTrue();
            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public void Takes_any_number_that_bring_something()
    {
        var counter = new FrameCounter(clock);
        counter.Take(Hello).ShouldBeTrue();

        for (var call = 0; call < 10 * FrameCounter.AtOnce; call++)
        {
            counter.Take(Frame(Headers, EndHeaders, (2 * call) + 1, [0x83])).ShouldBeTrue();
            counter.Take(Frame(Data, 0, (2 * call) + 1, [1])).ShouldBeTrue();
            counter.Take(Frame(Data, 1, (2 * call) + 1, [])).ShouldBeTrue();
            counter.Take(Frame(WindowUpdate, 0, 0, [0, 0, 1, 0])).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000)]
    public void Does_not_mind_how_the_bytes_are_cut(int size)
    {
        var counter = new FrameCounter(clock);
        byte[] bytes = [.. Hello, .. Enumerable.Range(0, FrameCounter.AtOnce).SelectMany(number => (byte[])[.. Frame(Data, 0, 1, new byte[number % 50 + 1]), .. Frame(Settings, 0, 0, new byte[6])])];

        bytes.Chunk(size).All(part => counter.Take(part)).ShouldBeTrue();
        counter.Take(Frame(Settings, 0, 0, [])).ShouldBeFalse();
    }

    private sealed class StandingClock : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public void Advance(TimeSpan by) => ticks += by.Ticks;
    }
}
