namespace Predictors.Traces.Generators;

/// <summary>Idle periods of a burst or of a quiet time; which it is changes after each with a fixed probability. It begins with a burst.</summary>
internal sealed class OnOffDraw(Law burst, Law quiet, double burstPeriods, double quietPeriods) : IdleDraw
{
    private bool _quiet;

    public override long NextNs(in KeyedDraws draws, long period)
    {
        long idleNs = (_quiet ? quiet : burst).DrawNs(draws.Uniform(period, 1));
        bool ends = draws.Uniform(period, 2) < 1 / (_quiet ? quietPeriods : burstPeriods);
        _quiet ^= ends;
        return idleNs;
    }
}
