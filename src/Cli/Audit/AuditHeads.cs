using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;

namespace SocialPolicy.Cli.Audit;

/// <summary><c>spp audit heads</c>: lines to keep outside the installation.</summary>
internal static class AuditHeads
{
    public static Command Create()
    {
        var service = AuditCommands.ServiceOption();
        var command = new Command("heads", "Print where the chains end: lines to keep elsewhere, for spp audit verify --heads.") { service };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var heads = new List<KnownHead>();
            foreach (var one in AuditCommands.Asked(parsed.GetValue(service)))
            {
                var head = await connection.Audit(one).GetAuditHeadAsync(new(), Connection.Call(cancellation));
                if (head.Segment > 0)
                    heads.Add(new(one, head));
            }

            screen.ShowLists([.. heads.Select(head => (head.Service, (IEnumerable<Google.Protobuf.IMessage>)[head.Head]))], _ => heads.ForEach(Console.Out.WriteLine));
            return Exit.Ok;
        });
        return command;
    }
}
