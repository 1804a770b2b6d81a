using System.Globalization;
using System.Text;

namespace SocialPolicy.Dashboard.Resources;

/// <summary>How a resource stands, in a word and a tone; the tone has a shape as well as a colour.</summary>
public sealed record Condition(string Word, Tone Tone)
{
    private static readonly string[] Busy = ["starting", "waiting", "restarting", "stopping", "backoff", "pending"];
    private static readonly string[] Ended = ["finished", "exited", "completed"];
    private static readonly string[] Bad = ["fail", "crash", "error", "unhealthy"];

    internal static Condition OfState(Resource resource)
    {
        var state = resource.State ?? "Unknown";
        return new Condition(Words(state), ToneOf(state, resource));
    }

    /// <returns>Null for a resource that has no health.</returns>
    internal static Condition? OfHealth(Resource resource) => resource.Health switch
    {
        null or "" => null,
        var healthy when Is(healthy, "healthy") => new Condition("Healthy", Tone.Good),
        var unhealthy when Has(unhealthy, Bad) => new Condition(Words(unhealthy), Tone.Bad),
        var other => new Condition(Words(other), Tone.Busy),
    };

    /// <summary>Whether it is as it should be: up and not unhealthy, ended well, or not meant to run now.</summary>
    internal static bool IsWell(Resource resource) =>
        OfState(resource).Tone is Tone.Good or Tone.Idle && OfHealth(resource) is null or { Tone: Tone.Good };

    private static Tone ToneOf(string state, Resource resource)
    {
        if (Is(state, "running"))
            return Tone.Good;
        if (Has(state, Ended))
            return resource.ExitCode is null or 0 ? Tone.Good : Tone.Bad;
        if (Has(state, Bad))
            return Tone.Bad;
        return Has(state, Busy) ? Tone.Busy : Tone.Idle;
    }

    private static bool Is(string state, string word) => string.Equals(state, word, StringComparison.OrdinalIgnoreCase);

    private static bool Has(string state, string[] words) =>
        words.Any(word => state.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary><c>FailedToStart</c> becomes <c>Failed to start</c>.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (words.Length is 0)
                words.Append(char.ToUpper(letter, CultureInfo.InvariantCulture));
            else if (char.IsUpper(letter))
                words.Append(' ').Append(char.ToLower(letter, CultureInfo.InvariantCulture));
            else
                words.Append(letter is '-' or '_' ? ' ' : letter);
        }

        return words.ToString();
    }
}

public enum Tone
{
    Idle,
    Told,
    Good,
    Busy,
    Warned,
    Bad,
}
