using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.PlanRegistry.Service.Search;

/// <summary>Search over the register and the directory; one file per RPC.</summary>
internal sealed partial class SearchService(Requests requests, TimeProvider clock) : V1.SearchService.SearchServiceBase;
