using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Paging;

/// <summary>How many items a page holds (AIP-158).</summary>
public static class PageSize
{
    /// <summary>The size to use. Throws PAGE_SIZE_OUT_OF_RANGE: a silently smaller page would surprise its reader.</summary>
    /// <param name="requested">From the request; 0 asks for the default.</param>
    /// <param name="usual">The default.</param>
    /// <param name="largest">The limit.</param>
    public static int Of(int requested, int usual, int largest)
    {
        Check.Rule(new PageSizesStayInRange(requested, largest));
        return requested == 0 ? usual : requested;
    }
}
