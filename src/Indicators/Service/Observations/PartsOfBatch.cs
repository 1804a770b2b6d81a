using System.Collections.Concurrent;
using Dapper;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>The parts that the rows of a batch name, by numbers of their own until they are kept.</summary>
internal sealed class PartsOfBatch
{
    private const string Keep = """
        insert into indicator_parts (indicator, part) select * from unnest(@indicators, @parts) on conflict do nothing;
        select p.key from unnest(@indicators, @parts) with ordinality as asked (indicator, part, number)
        join indicator_parts p using (indicator, part) order by asked.number
        """;

    private readonly ConcurrentDictionary<(int Indicator, string Part), int> numbers = new();
    private int count;

    /// <summary>The number of a part, from 1; 0 for the whole.</summary>
    public int NumberOf(int indicator, string part)
    {
        if (part.Length == 0)
            return 0;
        if (!numbers.TryGetValue((indicator, part), out var number))
            numbers[(indicator, part)] = number = ++count;
        return number;
    }

    /// <summary>The keys of the parts by their numbers, those that were not there before kept.</summary>
    public async Task<int[]> Keys(Work work)
    {
        if (numbers.IsEmpty)
            return [0];
        var named = numbers.OrderBy(entry => entry.Value).Select(entry => entry.Key).ToList();
        var keys = await work.Connection.QueryAsync<int>(work.Sql(
            Keep, new { indicators = named.Select(part => part.Indicator).ToArray(), parts = named.Select(part => part.Part).ToArray() }));
        return [0, .. keys];
    }
}
