namespace SocialPolicy.BuildingBlocks.Service.Api;

/// <summary>What an API says of itself and how long it works on one call.</summary>
public sealed class ApiOptions
{
    /// <summary>The domain of its ErrorInfo, such as <c>planregistry.socialpolicy</c>.</summary>
    public string Domain { get; set; } = "";

    /// <summary>Largest message it takes in, in bytes: 4 MB, the default of every gRPC client for what it receives.</summary>
    public int LargestMessage { get; set; } = 4 * 1024 * 1024;

    /// <summary>Messages from this size on are compressed for clients that accept it; smaller ones would not gain by it.</summary>
    public int CompressFrom { get; set; } = 1024;

    /// <summary>The deadline of a unary call whose client sets none.</summary>
    public TimeSpan DefaultDeadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest deadline of a call that is answered once, whatever its client asks for.</summary>
    public TimeSpan LongestDeadline { get; set; } = TimeSpan.FromMinutes(10);
}
