using System.CommandLine;
using SocialPolicy.Cli.Output;
using SocialPolicy.Documents;
using SocialPolicy.PlanText;

namespace SocialPolicy.Cli.Plans;

/// <summary><c>spp plan read</c>: reads a document here, without any service.</summary>
internal static class ReadPlan
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A plan document: text, Markdown, HTML, Word (.docx) or PDF." };
        file.AcceptExistingOnly();
        var command = new Command("read", "Read a plan document and show what was understood. Nothing is sent or stored.") { file };
        command.Runs(async (parsed, _, screen, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            var text = await Text(path, cancellation);
            var reading = PlanReader.Read(text);
            if (screen.IsJson)
                Console.Out.WriteLine(ReadingJson.Write(reading));
            else
                ReadingSheet.Write(screen.People, reading, text);
            if (!reading.IsPlan)
                screen.Refuse(new("DOCUMENT_NOT_A_PLAN", $"{path.Name} is no plan (kế hoạch) or action programme.", [], Exit.Refused));
            return reading.IsPlan ? Exit.Ok : Exit.Refused;
        });
        return command;
    }

    /// <summary>The text of a document in any of these formats.</summary>
    public static async Task<string> Text(FileInfo file, CancellationToken cancellation) =>
        await new DocumentReader(new()).Read(await File.ReadAllBytesAsync(file.FullName, cancellation), file.Name, cancellation);
}
