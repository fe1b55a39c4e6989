using Predictors.Abstractions;

namespace Predictors.Plugins.KvmHaltPoll;

/// <summary>
/// The decision rule of <c>kvm_vcpu_halt</c> in <c>virt/kvm/kvm_main.c</c>, Linux 6.12, written anew.
/// </summary>
/// <remarks>
/// What counts is the whole time from the HLT exit to the wake-up, polling included, whether the wake-up was caught or
/// not. Growing does not stop at the cap: the next idle entry does, and the value that the kernel traces is the one
/// before. All wake-ups count as valid, as on x86; those that s390 and powerpc disregard are not in the contract.
/// </remarks>
public struct KvmHaltPollPredictor : IIdlePredictor, ITracedWindow
{
    private readonly uint _maxNs;
    private readonly uint _grow;
    private readonly uint _growStartNs;
    private readonly uint _shrink;
    private uint _windowNs;

    /// <summary>Makes the predictor of one vCPU; its window is 0, as for a new vCPU.</summary>
    /// <param name="maxNs">The cap of the window, in ns; 0 switches polling off.</param>
    /// <param name="grow">The multiplier; 0 means "never grow".</param>
    /// <param name="growStartNs">The least window after growing, in ns; what shrinks below it becomes 0.</param>
    /// <param name="shrink">The divisor; 0 means "to 0 at once".</param>
    public KvmHaltPollPredictor(uint maxNs, uint grow, uint growStartNs, uint shrink)
    {
        _maxNs = maxNs;
        _grow = grow;
        _growStartNs = growStartNs;
        _shrink = shrink;
    }

    /// <inheritdoc/>
    public readonly long TracedWindowNs => _windowNs;

    /// <inheritdoc/>
    public long PredictPollNs(in IdleEntry entry)
    {
        _windowNs = Math.Min(_windowNs, _maxNs);
        return _windowNs;
    }

    /// <inheritdoc/>
    public void Observe(in IdleExit exit)
    {
        if (exit.IdleNs <= _windowNs)
        {
            return;
        }

        if (exit.IdleNs > _maxNs)
        {
            uint quotient = _shrink == 0 ? 0 : _windowNs / _shrink;
            _windowNs = quotient < _growStartNs ? 0 : quotient;
        }
        else if (_windowNs < _maxNs && exit.IdleNs < _maxNs && _grow != 0)
        {
            // The kernel multiplies in 32 bits: a product that does not fit wraps round.
            _windowNs = Math.Max(unchecked(_windowNs * _grow), _growStartNs);
        }
    }
}
