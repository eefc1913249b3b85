/**
 * Sentences for articles that look like an encyclopedia's: about invented places and people, so that nobody
 * takes them for true, but each saying something, so that a diff or a search over them reads like a real one.
 */

export interface Random {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
}

export function randomOf(next: () => number): Random {
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const shuffle = <T>(list: readonly T[]): T[] => {
    const rest = [...list];
    return list.map(() => rest.splice(int(0, rest.length - 1), 1)[0] as T);
  };
  return {int, shuffle, pick: (list) => list[int(0, list.length - 1)] as (typeof list)[number]};
}

export type Topic = 'lighthouse' | 'river' | 'town' | 'composer' | 'bridge' | 'island';

/** What stands in braces is filled in for each article (`slots` in articles.ts); `{town}`, `{river}` … become links. */
interface TopicProse {
  lead: string[];
  sections: Record<string, string[]>;
}

export const PROSE: Record<Topic, TopicProse> = {
  lighthouse: {
    lead: [
      "'''{name}''' is a lighthouse on the coast near {town}, first lit in {year}.",
      'The {material} tower is {height} metres tall and shows {flash} every {seconds} seconds.',
      'It is the {nth} station on the approach to {town2} and has been automatic since {late}.',
    ],
    sections: {
      History: [
        'A coal beacon stood on the same rock from {early}, but masters of coasting vessels complained that it could not be told from a lime kiln.',
        'After the loss of the brig \'\'{ship}\'\' with {n} hands, the harbour board of {town} voted {money} crowns for a proper light.',
        'Building took {few} summers, because the landing could be used only at neap tides.',
        'The first keeper, {person}, kept a weather journal for {n2} years without a missing day.',
        'During the war the lantern was painted over, and the keepers were told to grow potatoes.',
        'A storm in {late} broke {few} panes of the lantern and carried the boathouse away.',
        'The station was automated in {late}, and the last keeper left on the following morning.',
      ],
      Construction: [
        'The tower tapers from {width} metres at the base to half of that below the gallery.',
        'Its walls are of {material}, laid in hydraulic lime that was burnt on {island}.',
        'A spiral stair of {steps} steps leads to the watch room.',
        'The dome was cast in {town2} and shipped in {few} pieces.',
        'Rainwater from the roof fills a cistern of {n} barrels under the kitchen.',
      ],
      Optics: [
        'The first lamp burned colza oil and was changed to paraffin in {mid}.',
        'A rotating lens of the {nth} order floats on a bath of mercury.',
        'With the change to electric light its range grew from {low} to {high} nautical miles.',
        'The old lens is shown in the museum of {town}.',
      ],
      'Access': [
        'A path of {km} kilometres leads from the bus stop in {town} to the gate.',
        'The tower is open on Sundays from May to September, weather permitting.',
        'At spring tides the causeway is under water for {few} hours.',
      ],
    },
  },
  river: {
    lead: [
      "The '''{name}''' is a river that rises in the hills above {town2} and reaches the sea at {town}.",
      'It is {length} kilometres long and drains {area} square kilometres.',
      'Below {town2} it has been navigable for barges since {mid}.',
    ],
    sections: {
      Course: [
        'Its source is a spring at {altitude} metres, which has never been known to run dry.',
        'After {low} kilometres through spruce forest it turns east and takes in the {river}.',
        'Between {town2} and {town} it falls {n2} metres in {few} rapids.',
        'The lower valley is flat, and the river meanders between meadows that are flooded every spring.',
        'At its mouth it divides into {few} arms, of which only the southern one carries water in summer.',
      ],
      Hydrology: [
        'The mean flow at the gauge of {town} is {low} cubic metres a second.',
        'The highest flood on record, in {mid}, stood {width} metres above the quay.',
        'Ice covers the upper river from December to March.',
        'A weir built in {late} keeps salt water out of the town\'s wells.',
      ],
      Economy: [
        'Timber was floated on it until {late}.',
        '{n2} mills stood along it in {mid}; {few} still turn.',
        'Salmon came back in {late}, when the last paper mill closed.',
        'The {bridge} is the only crossing for heavy vehicles.',
      ],
      Ecology: [
        'Otters, dippers and the river pearl mussel are found above {town2}.',
        'The reed beds at the mouth are a resting place for {money} geese each autumn.',
        'Water quality has been measured monthly since {late}.',
      ],
    },
  },
  town: {
    lead: [
      "'''{name}''' is a town of {people} inhabitants on the {river}.",
      'It received its charter in {early} and is the seat of the district court.',
      'The town is known for its rope works and for the annual regatta.',
    ],
    sections: {
      History: [
        'The name appears first in a toll register of {early}.',
        'A fire in {mid} left {n} houses standing, and the streets were laid out anew on a grid.',
        'The railway came in {mid}, {few} years later than to {town2}.',
        'In {late} the shipyard closed, and {money} people lost their work.',
        'Since then the quays have been rebuilt as housing.',
        'The town hall by {person} was finished in {mid} and listed in {late}.',
      ],
      Geography: [
        'The old town lies on a ridge between the {river} and the harbour.',
        'The highest point, Church Hill, is {n2} metres above the sea.',
        'Winters are mild, with {n} days of frost in an average year.',
        'The nearest towns are {town2} to the north and {town3} to the west.',
      ],
      Economy: [
        'The harbour handles {many} tonnes of grain a year.',
        'Rope for whalers was made here until {late}.',
        'The largest employer is the hospital, with {money} staff.',
        'A ferry runs to {island} {few} times a day.',
      ],
      Culture: [
        'The composer {composer} taught at the grammar school for {few} years.',
        'The regatta on the first Sunday of August has been held since {mid}.',
        'A museum in the old customs house shows ship models and the lens of {lighthouse}.',
        'The public library holds {many} volumes.',
      ],
    },
  },
  composer: {
    lead: [
      "'''{name}''' ({birth}–{death}) was a composer and organist in {town}.",
      'The catalogue lists {works} works, of which {few} were printed in the composer\'s lifetime.',
      'The best known is the cantata \'\'{piece}\'\'.',
    ],
    sections: {
      Life: [
        'Born in {town2} as the {nth} child of a ferryman, the composer had the first lessons from the parish organist.',
        'A stipend of the city of {town} paid for {few} years of study abroad.',
        'In {mid} came the appointment to the organ of the minster, at {n} crowns a year and firewood.',
        'Letters to {person} show a quarrel with the town council over a leaking roof.',
        'The last years were spent on {island}.',
      ],
      Works: [
        'The early quartets follow the models of the time closely.',
        'From the middle period come {n2} songs on poems of {person}.',
        '\'\'{piece}\'\' was first performed in {town} in {mid}, with the composer at the harpsichord.',
        'The {few} organ sonatas ask for an instrument with three manuals.',
        'An opera on the building of {lighthouse} was left unfinished.',
      ],
      Reception: [
        'A critic wrote that the music was "like rain upon slate: never loud, and never done".',
        'The manuscripts were found in {late} in the attic of a bakery.',
        'A complete recording was begun in {late}.',
        'A street in {town} bears the name since {late}.',
      ],
    },
  },
  bridge: {
    lead: [
      "The '''{name}''' carries the road from {town} to {town2} over the {river}.",
      'It was opened in {year} and is {length} metres long.',
      'Tolls were taken until {late}.',
    ],
    sections: {
      History: [
        'A ferry had crossed here since {early}.',
        'The first bridge, of oak, was carried away by ice after {few} winters.',
        'The engineer {person} proposed {few} iron arches in place of a single span.',
        'It was widened in {late} and strengthened {few} years later.',
      ],
      Design: [
        'Each of the {few} spans measures {n2} metres.',
        'The piers stand on piles of {material} driven {width} metres into the gravel.',
        'The railings show herons, for which the marshes of the {river} are known.',
        'The clearance above mean water is {width} metres.',
      ],
      Traffic: [
        'About {many} vehicles use it on a working day.',
        'Cyclists have had a lane of their own since {late}.',
        'During the regatta it is closed for {few} hours.',
      ],
    },
  },
  island: {
    lead: [
      "'''{name}''' is an island {km} kilometres off {town}.",
      'It has an area of {area2} hectares and {n2} permanent inhabitants.',
      'Most of it is a bird sanctuary.',
    ],
    sections: {
      Geography: [
        'The island is a ridge of {material} with cliffs on the western side.',
        'Its highest point is {height} metres above the sea.',
        'There is no spring; water comes by boat from {town}.',
        'The sound between the island and the mainland is {low} metres deep.',
      ],
      History: [
        'Monks from {town2} kept goats here from {early}.',
        'Lime was burnt on the eastern shore until {mid}.',
        'The school closed in {late}, when {few} pupils were left.',
        'In {late} the island was given to the nature conservancy.',
      ],
      Wildlife: [
        '{money} pairs of puffins were counted in {late}.',
        'Grey seals haul out on the skerries in October.',
        'Landing is forbidden from April to July.',
        'The rare sea pea grows on the shingle near {lighthouse}.',
      ],
    },
  },
};

export const SHIPS = ['Providence', 'Anna Sophia', 'Hope', 'Meridian', 'Three Brothers', 'Concordia', 'Morning Star'];
export const PIECES = ['The Ferryman', 'Herbstlied', 'Salt and Silver', 'Lauda maris', 'The Twelve Bells', 'Evening over the Weir'];
export const MATERIALS = ['granite', 'limestone', 'brick', 'sandstone', 'gneiss', 'slate'];
export const FLASHES = ['a white flash', 'two white flashes', 'a red flash', 'three white flashes', 'a green flash'];
export const NTH = ['second', 'third', 'fourth', 'fifth', 'sixth'];
export const PEOPLE = ['Agnes Vell', 'Jonas Terlind', 'Mathilde Oaren', 'Peder Hult', 'Clara Wick', 'Anton Sare', 'Ida Brandvold', 'Lukas Ferrin'];
