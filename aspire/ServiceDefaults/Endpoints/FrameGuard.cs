using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SocialPolicy.ServiceDefaults.Endpoints;

/// <summary>Stands between a connection and Kestrel and ends the connection when its <see cref="FrameCounter"/> has had enough.</summary>
internal static partial class FrameGuard
{
    public static void Guard(this ListenOptions listen)
    {
        var logger = listen.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FrameGuard));
        listen.Use(next => async connection =>
        {
            var transport = connection.Transport;
            connection.Transport = new Watched(new Reader(transport.Input, () => End(connection, logger)), transport.Output);
            try
            {
                await next(connection);
            }
            finally
            {
                connection.Transport = transport;
            }
        });
    }

    private static void End(ConnectionContext connection, ILogger logger)
    {
        LogEnded(logger, connection.RemoteEndPoint?.ToString());
        connection.Abort(new ConnectionAbortedException("Too many frames that bring nothing."));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A connection from {Address} was ended: too many frames that bring nothing")]
    private static partial void LogEnded(ILogger logger, string? address);

    private sealed record Watched(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>Shows what has come in to the counter once, before Kestrel sees it.</summary>
    private sealed class Reader(PipeReader inner, Action end) : PipeReader
    {
        private readonly FrameCounter frames = new(TimeProvider.System);
        private ReadOnlySequence<byte> current;
        private long shown;
        private bool ended;

        public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
            Show(await inner.ReadAsync(cancellationToken));

        public override bool TryRead(out ReadResult result)
        {
            if (!inner.TryRead(out result))
                return false;
            result = Show(result);
            return true;
        }

        public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
        {
            if (ended)
            {
                inner.AdvanceTo(current.End);
                return;
            }

            shown -= current.Slice(0, consumed).Length;
            inner.AdvanceTo(consumed, examined);
        }

        public override void CancelPendingRead() => inner.CancelPendingRead();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);

        private ReadResult Show(ReadResult result)
        {
            current = result.Buffer;
            foreach (var part in current.Slice(Math.Min(shown, current.Length)))
            {
                if (!ended && !frames.Take(part.Span))
                {
                    ended = true;
                    end();
                }
            }

            shown = current.Length;
            return ended ? new(ReadOnlySequence<byte>.Empty, isCanceled: false, isCompleted: true) : result;
        }
    }
}
