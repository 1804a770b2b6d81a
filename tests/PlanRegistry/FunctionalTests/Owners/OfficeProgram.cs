using System.Diagnostics;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Owners;

/// <summary>LibreOffice, as an officer would open and save a workbook with it.</summary>
internal static class OfficeProgram
{
    private const string Name = "soffice";
    private const string Spreadsheets = "libsclo.so";

    /// <summary>Whether it is installed with the part that knows workbooks (libreoffice-calc).</summary>
    public static bool IsThere { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => new FileInfo(Path.Combine(folder, Name))).Where(file => file.Exists)
        .Select(file => file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file)
        .Any(file => File.Exists(Path.Combine(file.DirectoryName!, Spreadsheets)));

    /// <summary>The workbook as the program saves it.</summary>
    public static async Task<byte[]> SaveAnew(byte[] workbook, string folder)
    {
        var source = Path.Combine(folder, "phan-cong.xlsx");
        await File.WriteAllBytesAsync(source, workbook);
        var target = System.IO.Directory.CreateDirectory(Path.Combine(folder, "saved")).FullName;
        var start = new ProcessStartInfo(Name)
        {
            ArgumentList = { $"-env:UserInstallation=file://{Path.Combine(folder, "profile")}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", target, source },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var program = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await program.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!program.HasExited)
                program.Kill(entireProcessTree: true);
        }

        return await File.ReadAllBytesAsync(Path.Combine(target, "phan-cong.xlsx"));
    }
}

/// <summary>A test that needs LibreOffice; where it is missing, the test says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithAnOfficeProgramAttribute : FactAttribute
{
    public FactWithAnOfficeProgramAttribute() => Skip = OfficeProgram.IsThere ? null : "LibreOffice with Calc is not installed here: libreoffice-calc-nogui.";
}
