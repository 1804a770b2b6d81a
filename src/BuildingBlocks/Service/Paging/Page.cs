using Google.Protobuf;

namespace SocialPolicy.BuildingBlocks.Service.Paging;

/// <summary>One page of a list.</summary>
/// <param name="Items">At most as many as asked for.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string NextPageToken);

/// <summary>Cuts pages out of queries that ask for one row more than they show.</summary>
public static class Page
{
    /// <summary>The page, with a token when there is a row behind it.</summary>
    /// <param name="rows">At most <paramref name="size"/> + 1, in the order of the list.</param>
    /// <param name="size">Rows on a page.</param>
    /// <param name="request">The list request.</param>
    /// <param name="position">The sort key of a row.</param>
    public static Page<T> Cut<T, TPosition>(IReadOnlyList<T> rows, int size, IMessage request, Func<T, TPosition> position)
        where TPosition : class =>
        rows.Count <= size
            ? new(rows, "")
            : new([.. rows.Take(size)], PageToken.Encode(request, position(rows[size - 1])));
}
