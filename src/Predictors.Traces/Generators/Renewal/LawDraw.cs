namespace Predictors.Traces.Generators;

/// <summary>Idle periods that follow one law, independent of each other.</summary>
internal sealed class LawDraw(Law law) : IdleDraw
{
    public override long NextNs(in KeyedDraws draws, long period) => law.DrawNs(draws.Uniform(period, 1));
}
