using System.CommandLine;
using System.CommandLine.Parsing;

namespace SocialPolicy.Cli.Output;

/// <summary>Options and arguments that take one of a few words: help and refusals name those, and not the one that stands for none.</summary>
internal static class Choices
{
    /// <summary>The option, for a word of the contract's values.</summary>
    public static Option<T> Among<T>(this Option<T> option)
        where T : struct, Enum
    {
        option.HelpName = Words<T>();
        option.Validators.Add(MustSaySomething<T>);
        return option;
    }

    /// <summary>The argument, for a word of the contract's values.</summary>
    public static Argument<T> Among<T>(this Argument<T> argument)
        where T : struct, Enum
    {
        argument.HelpName = Words<T>();
        argument.Validators.Add(MustSaySomething<T>);
        return argument;
    }

    private static string Words<T>()
        where T : struct, Enum =>
        string.Join('|', Enum.GetValues<T>().Where(value => !value.Equals(default(T))).Select(value => $"{value}".ToLowerInvariant()));

    private static void MustSaySomething<T>(SymbolResult said)
        where T : struct, Enum
    {
        if (said.Tokens is [var token] && !(Enum.TryParse<T>(token.Value, ignoreCase: true, out var value) && Enum.IsDefined(value) && !value.Equals(default(T))))
            said.AddError($"'{token.Value}' is none of {Words<T>()}.");
    }
}
