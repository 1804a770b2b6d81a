using SocialPolicy.BuildingBlocks.Service.Messaging;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Messaging;

public sealed class PuttingDeliveriesInOrder
{
    private readonly object one = new();
    private readonly object two = new();
    private readonly List<string> abandoned = [];
    private readonly DeliveryOrder<string> order;

    public PuttingDeliveriesInOrder() => order = new(abandoned.Add);

    [Fact]
    public void Holds_back_what_came_too_early()
    {
        order.Add(one, 2, "b").ShouldBeEmpty();
        order.Add(one, 3, "c").ShouldBeEmpty();
        order.Add(one, 1, "a").ShouldBe(["a", "b", "c"]);
        order.Add(one, 4, "d").ShouldBe(["d"]);
    }

    [Fact]
    public void Begins_anew_with_a_new_channel_and_gives_back_what_still_waited()
    {
        order.Add(one, 1, "a");
        order.Add(one, 3, "c").ShouldBeEmpty();

        order.Add(two, 2, "b").ShouldBeEmpty();
        order.Add(two, 1, "a").ShouldBe(["a", "b"]);
        abandoned.ShouldBe(["c"]);
    }

    [Fact]
    public void Never_returns_to_a_channel_it_has_left()
    {
        order.Add(one, 1, "a");
        order.Add(two, 1, "a").ShouldBe(["a"]);

        order.Add(one, 2, "late").ShouldBeEmpty();

        abandoned.ShouldBe(["late"]);
        order.Add(two, 2, "b").ShouldBe(["b"]);
    }

    [Fact]
    public void Gives_back_what_still_waited_when_a_channel_is_left()
    {
        order.Add(one, 1, "a");
        order.Add(one, 3, "c").ShouldBeEmpty();

        order.Leave(one);
        abandoned.ShouldBe(["c"]);

        order.Add(one, 2, "late").ShouldBeEmpty();
        abandoned.ShouldBe(["c", "late"]);
        order.Add(two, 1, "a").ShouldBe(["a"]);
    }
}
