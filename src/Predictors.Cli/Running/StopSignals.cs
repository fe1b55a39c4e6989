using System.Runtime.InteropServices;

namespace Predictors.Cli;

/// <summary>
/// Takes the signals that ask a program to end, so that it can end in good order: the first ends the recording, the
/// second gives up writing it.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _first = new();
    private readonly CancellationTokenSource _second = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    public StopSignals()
    {
        foreach (PosixSignal signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, Take));
        }
    }

    /// <summary>Ends with the first signal.</summary>
    public CancellationToken First => _first.Token;

    /// <summary>Ends with the second signal.</summary>
    public CancellationToken Second => _second.Token;

    /// <summary>The first signal; null where none came.</summary>
    public PosixSignal? Signal { get; private set; }

    public void Dispose()
    {
        _registrations.ForEach(r => r.Dispose());
        _first.Dispose();
        _second.Dispose();
    }

    private void Take(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Signal is null)
        {
            Signal = context.Signal;
            _first.Cancel();
        }
        else
        {
            _second.Cancel();
        }
    }
}
