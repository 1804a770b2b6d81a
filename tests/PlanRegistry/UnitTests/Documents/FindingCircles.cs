using SocialPolicy.PlanRegistry.Domain.Documents;

namespace SocialPolicy.PlanRegistry.UnitTests.Documents;

public sealed class FindingCircles
{
    [Fact]
    public void Finds_none_where_every_way_ends() => Circles.In([(Id(1), Id(2)), (Id(1), Id(3)), (Id(2), Id(4)), (Id(3), Id(4))]).ShouldBeEmpty();

    [Fact]
    public void Shows_each_circle_with_its_members_in_order() => Circles.In([(Id(4), Id(3)), (Id(3), Id(4)), (Id(2), Id(3)), (Id(1), Id(2)), (Id(2), Id(1))])
        .ShouldBe([[Id(1), Id(2)], [Id(3), Id(4)]]);

    [Fact]
    public void Walks_circles_longer_than_threads_are_deep()
    {
        const int Length = 200_000;

        Circles.In([.. Enumerable.Range(0, Length).Select(i => (Id(i), Id((i + 1) % Length)))]).ShouldHaveSingleItem().Count.ShouldBe(Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Agrees_with_asking_whether_each_reaches_each(int seed)
    {
        var random = new Random(seed);
        for (var graph = 0; graph < 200; graph++)
        {
            var size = random.Next(2, 12);
            var edges = Enumerable.Range(0, random.Next(1, 3 * size)).Select(_ => (From: Id(random.Next(size)), To: Id(random.Next(size)))).Where(edge => edge.From != edge.To).ToList();
            var reached = Enumerable.Range(0, size).ToDictionary(Id, i => Reached(Id(i), edges));

            var expected = reached.Keys.Where(id => reached[id].Contains(id))
                .Select(id => string.Join(' ', reached.Keys.Where(other => reached[id].Contains(other) && reached[other].Contains(id)).Order())).Distinct().Order();

            Circles.In(edges).Select(circle => string.Join(' ', circle)).Order().ShouldBe(expected);
        }
    }

    private static HashSet<Guid> Reached(Guid start, IReadOnlyList<(Guid From, Guid To)> edges)
    {
        var reached = edges.Where(edge => edge.From == start).Select(edge => edge.To).ToHashSet();
        for (var size = 0; size < reached.Count;)
        {
            size = reached.Count;
            reached.UnionWith(edges.Where(edge => reached.Contains(edge.From)).Select(edge => edge.To).ToList());
        }

        return reached;
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
