using System.CommandLine;
using System.Text;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanText;

namespace SocialPolicy.Cli.Plans;

/// <summary><c>spp plan read</c>: reads a document here, without any service.</summary>
internal static class ReadPlan
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A plan document as UTF-8 text." };
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

    public static async Task<string> Text(FileInfo file, CancellationToken cancellation)
    {
        var bytes = await File.ReadAllBytesAsync(file.FullName, cancellation);
        try
        {
            return Strict.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes);
        }
        catch (DecoderFallbackException undecodable)
        {
            throw new IOException($"{file.Name} is not UTF-8 text.", undecodable);
        }
    }
}
