namespace SocialPolicy.TokenService.Officers.SecondFactors;

/// <summary>Whether officers show more than a password. Who has set a second factor is asked for it under each of these.</summary>
internal enum SecondFactorPolicy
{
    /// <summary>Nobody sets one.</summary>
    None,

    /// <summary>Who wants one sets one.</summary>
    Offered,

    /// <summary>Who has none sets one before the next code is given.</summary>
    Required,
}
