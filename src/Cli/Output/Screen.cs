using System.Text.Json;
using Google.Protobuf;
using Spectre.Console;

namespace SocialPolicy.Cli.Output;

/// <summary>What a command shows: a table for people, JSON for programs; progress and refusals on standard error.</summary>
internal sealed class Screen(bool json)
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithIndentation().WithFormatDefaultValues(true));
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IAnsiConsole errors = On(Console.Error, Console.IsErrorRedirected);

    public bool IsJson => json;

    public IAnsiConsole People { get; } = On(Console.Out, Console.IsOutputRedirected);

    public void Show(IMessage message, Action<IAnsiConsole> forPeople)
    {
        if (json)
            Console.Out.WriteLine(Formatter.Format(message));
        else
            forPeople(People);
    }

    public void ShowAll(IEnumerable<IMessage> messages, Action<IAnsiConsole> forPeople)
    {
        if (json)
            Console.Out.WriteLine($"[{string.Join(",\n", messages.Select(message => Formatter.Format(message)))}]");
        else
            forPeople(People);
    }

    /// <summary>Several lists in one answer; as JSON an object of them.</summary>
    public void ShowLists(IReadOnlyList<(string Name, IEnumerable<IMessage> Items)> lists, Action<IAnsiConsole> forPeople)
    {
        if (json)
            Console.Out.WriteLine($"{{{string.Join(",\n", lists.Select(list => $"\"{list.Name}\": [{string.Join(",\n", list.Items.Select(item => Formatter.Format(item)))}]"))}}}");
        else
            forPeople(People);
    }

    public void ShowObject(object value, Action<IAnsiConsole> forPeople)
    {
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(value, Indented));
        else
            forPeople(People);
    }

    public void Refuse(Refusal refusal)
    {
        errors.MarkupLineInterpolated($"[red]{refusal.Reason}[/] {refusal.Message}");
        foreach (var field in refusal.Fields)
            errors.MarkupLineInterpolated($"  {field}");
    }

    /// <summary>A progress bar on standard error; silent when it is not a terminal or JSON is asked for.</summary>
    public async Task<T> Progress<T>(string what, int steps, Func<Action<string>, Task<T>> work)
    {
        if (json || Console.IsErrorRedirected)
            return await work(_ => { });
        return await errors.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(Markup.Escape(what), maxValue: Math.Max(1, steps));
                return await work(step =>
                {
                    bar.Description = Markup.Escape(step);
                    bar.Increment(1);
                });
            });
    }

    // A file or pipe has neither colours nor a width of its own: tables must not be cut to 80 columns there, an error is one line.
    private static IAnsiConsole On(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        if (redirected)
            console.Profile.Width = writer == Console.Error ? 4000 : 160;
        return console;
    }
}
